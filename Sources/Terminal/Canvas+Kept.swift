/// What the regions of a frame were drawn from, so that the next frame leaves those as they are that would look the same.
struct Drawn: Sendable {
    /// How the frame was laid out; regions of another layout are of no use.
    var layout: Int?
    /// By the row in which they begin: few of them begin in the same.
    private var parts: [[Part]] = []

    private struct Part {
        let region: Region
        var hash: Int
        /// Of a list the line that looks chosen, from 0.
        var chosen: Int?
    }

    /// Notes what a region was drawn from, and says whether it was anything else before, and which of its lines looked chosen.
    mutating func note(_ region: Region, _ hash: Int, chosen: Int? = nil) -> (isNew: Bool, chosen: Int?) {
        guard region.row >= 0 else { return (true, nil) }
        while parts.count <= region.row { parts.append([]) }
        guard let place = parts[region.row].firstIndex(where: { $0.region == region }) else {
            parts[region.row].append(Part(region: region, hash: hash, chosen: chosen))
            return (true, nil)
        }
        let before = parts[region.row][place]
        (parts[region.row][place].hash, parts[region.row][place].chosen) = (hash, chosen)
        return (before.hash != hash, before.chosen)
    }
}

extension Canvas {
    /// Begins the next frame on this canvas: where it is of the same size and was laid out the same way what it shows is kept, or else it is blanked.
    /// - Parameter layout: stands for all that decides which regions there are; nil where nothing of the frame may be kept.
    public mutating func begin(size: Size, layout: Int?) {
        if self.size != size || layout == nil || drawn.layout != layout { self = Canvas(size: size) } else { forgetTouched() }
        drawn.layout = layout
        cursor = nil
    }

    /// Draws a region anew, unless it was drawn from the same before.
    /// - Parameters:
    ///   - inputs: all that the drawing reads.
    ///   - blanks: whether the region is blanked first; not where the drawing covers it, or only its edges.
    @inlinable
    public mutating func draw(_ region: Region, from inputs: some Hashable, blanks: Bool = true, _ body: (inout Canvas) -> Void) {
        guard isNew(inputs.hashValue, in: region) else { return }
        if blanks { fill(region) }
        body(&self)
    }

    /// Draws the lines of a list anew: those that are or were chosen, where it was drawn from the same before, or else all.
    /// - Parameters:
    ///   - inputs: all that the drawing of a line reads, but for whether it is chosen.
    ///   - chosen: the line that looks chosen, from 0.
    ///   - body: draws one line, which is not blanked before.
    @inlinable
    public mutating func drawLines(of list: Region, from inputs: some Hashable, chosen: Int?, _ body: (inout Canvas, _ line: Int) -> Void) {
        let (isNew, before) = noted(inputs.hashValue, in: list, chosen: chosen)
        guard !isNew else {
            for line in 0..<list.rows { body(&self, line) }
            return
        }
        guard before != chosen else { return }
        if let before { body(&self, before) }
        if let chosen { body(&self, chosen) }
    }

    /// Notes what a region is drawn from, and says whether it was anything else before.
    @usableFromInline
    mutating func isNew(_ hash: Int, in region: Region) -> Bool { noted(hash, in: region, chosen: nil).isNew }

    @usableFromInline
    mutating func noted(_ hash: Int, in region: Region, chosen: Int?) -> (isNew: Bool, chosen: Int?) {
        drawn.layout == nil ? (true, nil) : drawn.note(region, hash, chosen: chosen)
    }
}

/// What the regions of a frame were drawn from, so that the next frame leaves those as they are that would look the same.
struct Drawn: Sendable {
    /// How the frame was laid out; regions of another layout are of no use.
    var layout: Int?
    /// By the row in which they begin: few of them begin in the same.
    private var regions: [[(region: Region, hash: Int)]] = []

    /// Notes what a region was drawn from, and says whether it was anything else before.
    mutating func note(_ region: Region, _ hash: Int) -> Bool {
        guard region.row >= 0 else { return true }
        while regions.count <= region.row { regions.append([]) }
        guard let place = regions[region.row].firstIndex(where: { $0.region == region }) else {
            regions[region.row].append((region, hash))
            return true
        }
        defer { regions[region.row][place].hash = hash }
        return regions[region.row][place].hash != hash
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

    /// Notes what a region is drawn from, and says whether it was anything else before.
    @usableFromInline
    mutating func isNew(_ hash: Int, in region: Region) -> Bool {
        drawn.layout == nil || drawn.note(region, hash)
    }
}

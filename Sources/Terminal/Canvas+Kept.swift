/// What the regions of a frame were drawn from, so that the next frame leaves those as they are that would look the same.
struct Drawn: Sendable {
    /// How the frame was laid out; regions of another layout are of no use.
    var layout: Int?
    var regions: [Region: Int] = [:]
}

extension Canvas {
    /// A canvas to draw the next frame on: this one, where it is of the same size and was laid out the same way, or else an empty one.
    /// - Parameter layout: stands for all that decides which regions there are; nil where nothing of the frame may be kept.
    public func next(size: Size, layout: Int?) -> Canvas {
        var canvas = self.size == size && layout != nil && drawn.layout == layout ? self : Canvas(size: size)
        canvas.drawn.layout = layout
        canvas.cursor = nil
        return canvas
    }

    /// Draws a region anew, unless it was drawn from the same before.
    /// - Parameters:
    ///   - inputs: all that the drawing reads.
    ///   - blanks: whether the region is blanked first; not where the drawing covers it, or only its edges.
    public mutating func draw(_ region: Region, from inputs: some Hashable, blanks: Bool = true, _ body: (inout Canvas) -> Void) {
        guard drawn.layout != nil else { return body(&self) }
        let hash = inputs.hashValue
        guard drawn.regions.updateValue(hash, forKey: region) != hash else { return }
        if blanks { fill(region) }
        body(&self)
    }
}

import Bookkeeping
import Gatekeeping
import Notation
import Randomness
import Terminal
import Testing
import Wording

@testable import Console

/// A frame that keeps what would look the same shows just what a frame drawn anew shows.
struct KeptFrameTests {
    private static let keys: [Key] =
        [.up, .down, .down, .down, .right, .escape, .escape, .tab, .enter, .backspace, .end, .home, .pageDown, .control("k"), .control("g"), .control("y")]
        + (1...9).map { .function($0) } + "3157a王b ".map { .text(String($0)) }

    @Test("Whatever keys are pressed, at every size", arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 40, rows: 12)], 0..<3)
    func anyKeys(size: Size, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let desk = try DrawingTests.busy()
        desk.model.size = size
        var frame = Canvas(size: size)
        var kept = 0
        for step in 0..<250 {
            if step % 60 == 59 { desk.model.now = desk.model.now.adding(minutes: 1) }
            desk.press(Self.keys.randomElement(using: &random) ?? .escape)
            desk.model.prepare()
            let before = frame
            Frame(model: desk.model).draw(on: &frame)
            let anew = Frame(model: desk.model).draw()
            try #require(frame == anew, "step \(step)\n\(before.text)\n---\n\(frame.text)\n---\n\(anew.text)")
            if desk.model.layers.isEmpty, frame != before { kept += 1 }
        }
        #expect(kept > 20)
    }

    @Test("Arrows and pages in a list longer than the screen, while others come and go", arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 40, rows: 12)])
    func longList(size: Size) throws {
        var random = SeededGenerator(seed: 7)
        let desk = try Desk()
        let names = "偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英華玉蘭春梅建國文志海燕曉紅小宇欣怡".map { "郭\($0)" }
        for name in names.dropLast(8) { desk.admit(name, unit: "3-1502") }
        desk.model.size = size
        desk.press(.function(2))
        var frame = Canvas(size: size)
        for step in 0..<120 {
            if step % 25 == 24 {
                desk.press(.escape)
                desk.admit(names[names.count - 1 - step / 25], unit: "5-201")
            }
            desk.press([.down, .down, .down, .up, .up, .pageDown, .pageUp, .home, .end, .tab, .backTab].randomElement(using: &random) ?? .down)
            desk.model.prepare()
            Frame(model: desk.model).draw(on: &frame)
            let anew = Frame(model: desk.model).draw()
            try #require(frame == anew, "step \(step)\n\(frame.text)\n---\n\(anew.text)")
        }
    }

    @Test("A list that grows shorter leaves nothing behind")
    func shorter() throws {
        let desk = try DrawingTests.busy()
        var frame = Frame(model: desk.model).draw()
        desk.type("蘇")
        Frame(model: desk.model).draw(on: &frame)
        desk.type("東坡x")
        Frame(model: desk.model).draw(on: &frame)
        #expect(frame == Frame(model: desk.model).draw())
        desk.model.size = Size(columns: 100, rows: 30)
        Frame(model: desk.model).draw(on: &frame)
        #expect(frame == Frame(model: desk.model).draw())
    }
}

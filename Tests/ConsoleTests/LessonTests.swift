import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// The walk-through of a first shift, played by the keys that it names.
struct LessonTests {
    /// A practice journal on which nobody has signed on, with the walk-through begun.
    private func begun(at time: String = "2026-11-23T18:20:00+08:00", _ language: Language = .english) throws -> Desk {
        let desk = try Desk(holder: nil, at: time, language: language)
        #expect(desk.statusLine.contains(LessonWords.offer[language]))
        desk.press(.function(1), .enter)
        #expect(desk.model.lesson?.step == .signOn)
        return desk
    }

    @Test("On a locked screen the walk-through names nobody, and leads to signing on")
    func locked() throws {
        let desk = try begun()
        #expect(desk.model.isLocked && desk.text.contains("[1/10]"))
        for step in [Lesson.Step.signOn, .newVisitor] { try play(step, desk) }
        #expect(desk.text.contains("dongpo"))
        desk.press(.function(10), .text("1"))
        #expect(desk.model.isLocked)
        #expect(!desk.text.contains("dongpo") && !desk.text.contains("/10]"))
    }

    /// Does a step as its strip says.
    private func play(_ step: Lesson.Step, _ desk: Desk) throws {
        let language = desk.model.language
        #expect(desk.model.lesson?.step == step)
        #expect(desk.text.contains(language.marked("\(step.rawValue + 1)/10")))
        let unit = try #require(desk.model.estate.units.first?.id)
        let car = try #require(desk.model.estate.vehicleForLessons)
        switch step {
        case .signOn:
            desk.type("711")
            desk.press(.enter)
        case .newVisitor:
            desk.type(LessonWords.visitor[language])
            desk.press(.enter, .text("1"))
            desk.type("4321")
            desk.press(.enter, .text("1"))
            desk.type(unit)
            desk.press(.enter, .text("1"), .text("1"), .enter)
        case .leaving:
            desk.type(LessonWords.visitorAgain[language])
            desk.press(.enter)
        case .returning:
            desk.type(LessonWords.visitorAgain[language])
            desk.press(.enter, .text("1"))
            desk.type("4321")
            desk.press(.enter, .text("1"), .text("1"), .enter)
        case .residentsCar:
            desk.type(car)
            desk.press(.enter)
            #expect(desk.model.lesson?.reached == 1)
            desk.type(car)
            desk.press(.enter)
        case .unknownCar:
            desk.type(LessonWords.unknownPlate)
            desk.press(.end, .enter, .text("1"))
            desk.type(unit)
            desk.press(.enter, .text("1"), .enter)
        case .refusal:
            desk.type(try #require(desk.model.estate.deniedForLessons(inLatin: language == .english)))
            desk.press(.right, .text("1"), .control("d"))
        case .round: desk.press(.function(4), .down, .enter, .control("o"))
        case .mistake:
            desk.type(car)
            desk.press(.enter, .control("u"))
        case .handover:
            for _ in 0..<4 { try handOver(desk) }
        }
    }

    /// Does the row of the handover that the strip names.
    private func handOver(_ desk: Desk) throws {
        desk.press(.function(6))
        let rows = desk.model.rows(of: .handover)
        let strip = desk.model.lessonLines.joined()
        let named = rows.firstIndex { strip.contains("“\($0.text)”") || strip.contains("「\($0.text)」") }
        try desk.acceptLines()
        desk.press(.function(6))
        for _ in 0...(try #require(named)) { desk.press(.down) }
        desk.press(.enter)
        if case .signOn? = desk.model.form?.kind { desk.type("811") }
        if desk.model.form != nil { desk.press(.control("d")) }
    }

    @Test("All ten steps are done by the keys that they name, and each is seen to be done", arguments: Language.allCases)
    func whole(language: Language) throws {
        let desk = try begun(at: "2026-11-23T18:20:00+08:00", language)
        for step in Lesson.Step.allCases { try play(step, desk) }
        #expect(desk.model.lesson?.step == nil)
        #expect(desk.text.contains(LessonWords.end[language]))
        #expect(desk.kinds.contains("round.ticked") && desk.kinds.contains("entry.withdrawn"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        desk.press(.function(1), .enter)
        #expect(desk.model.lesson?.step == .newVisitor, "begun anew, with somebody on duty")
    }

    @Test("Where no round is due, the patrol pane is looked at instead")
    func noRound() throws {
        let desk = try begun(at: "2026-11-23T14:00:00+08:00")
        for step in Lesson.Step.allCases.prefix(while: { $0 != .round }) { try play(step, desk) }
        #expect(desk.model.lesson?.step == .round)
        #expect(desk.text.contains("No round is due now"))
        desk.press(.function(4))
        #expect(desk.model.lesson?.step == .mistake)
    }

    @Test("It can be left and taken up at any moment; what was done meanwhile counts")
    func leftAndTakenUp() throws {
        let desk = try begun()
        try play(.signOn, desk)
        desk.type("蘇東坡")
        desk.press(.enter, .text("1"), .function(1), .enter)
        #expect(!desk.text.contains("/10〕"))
        #expect(try desk.form.value("name") == "蘇東坡")
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("1-201")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(!desk.text.contains("/10〕"))
        desk.press(.function(1), .enter)
        try play(.leaving, desk)
    }

    @Test("After a new start it goes on where the book says")
    func newStart() throws {
        let desk = try begun()
        for step in [Lesson.Step.signOn, .newVisitor] { try play(step, desk) }
        desk.model.lesson = nil
        desk.model.isLessonOpen = false
        desk.press(.function(1), .enter)
        #expect(desk.model.lesson?.step == .leaving)
    }

    @Test("A wrong thing does not count for the step")
    func wrong() throws {
        let desk = try begun()
        try play(.signOn, desk)
        desk.press(.control("e"), .text("1"), .enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        #expect(desk.model.lesson?.step == .newVisitor)
    }

    @Test("In a real book there is none")
    func real() throws {
        let desk = try Desk()
        var model = Model(estate: desk.model.estate, post: desk.model.post, language: .english, now: desk.model.now, isPractice: false)
        model.hear(.snapshot(desk.model.snapshot))
        _ = model.press(.function(1))
        #expect(model.lessonOffer == nil)
        _ = model.press(.enter)
        #expect(model.lesson == nil && model.lessonLines.isEmpty)
    }

    @Test("Every step fits at 40×12 in three rows, in every language", arguments: Language.allCases)
    func fits(language: Language) throws {
        let desk = try begun()
        desk.model.language = language
        desk.model.size = Size(columns: 40, rows: 12)
        for step in Lesson.Step.allCases {
            for reached in 0...1 {
                let text = "〔10/10〕" + LessonWords.text(step, reached: reached, in: desk.model)[language]
                #expect(Width.lines(of: text, fitting: 40).count <= 3, "\(text)")
            }
        }
        #expect(!desk.text.contains("too small"))
        #expect(desk.model.lessonLines.count >= 1)
    }
}

import Bookkeeping
import Gatekeeping
import Terminal
import Wording

extension Model {
    /// Begins the walk-through, takes it up again, or leaves it. In a real book there is none.
    mutating func toggleLesson() {
        guard isPractice else { return }
        if isLessonOpen, lesson?.step != nil {
            isLessonOpen = false
            return
        }
        if lesson?.step == nil { lesson = Lesson(after: lesson == nil ? 0 : snapshot.lastNumber) }
        isLessonOpen = true
        lookAtLesson()
    }

    /// Goes on with the walk-through as far as the book and the screen say.
    mutating func lookAtLesson() {
        guard isLessonOpen, var lesson, lesson.step != nil else { return }
        lesson.look(
            at: snapshot.state,
            Lesson.Circumstances(
                estate: estate, isAttended: custody != nil, hasRound: hasRoundForLessons, seesPatrol: layers.isEmpty && view == .patrol))
        self.lesson = lesson
    }

    /// A round may depart now, or is under way.
    var hasRoundForLessons: Bool {
        registers.rounds.values.contains { $0.returned == nil } || registers.roundsDue(in: estate, at: now).contains { $0.deadline >= now }
    }

    /// What the walk-through says now, broken for the screen; none while it is not open.
    var lessonLines: [String] {
        guard isLessonOpen, let lesson else { return [] }
        let text: String
        if let step = lesson.step {
            text = language.marked("\(step.rawValue + 1)/\(Lesson.Step.allCases.count)") + LessonWords.text(step, reached: lesson.reached, in: self)[language]
        } else {
            text = "✓ " + LessonWords.end[language]
        }
        return Array(Width.lines(of: text, fitting: max(10, size.columns)).prefix(3))
    }

    /// What Enter in the help does with the walk-through; nil in a real book.
    var lessonOffer: Text? {
        guard isPractice else { return nil }
        guard let lesson, lesson.step != nil else { return LessonWords.start }
        return isLessonOpen ? LessonWords.leave : LessonWords.goOn
    }
}

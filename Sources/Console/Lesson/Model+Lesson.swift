import Bookkeeping
import Gatekeeping
import Terminal
import Wording

extension Model {
    /// Begins the walk-through, takes it up again, or leaves it. In a real book there is none.
    mutating func toggleLesson() {
        guard lessonOffer != nil else { return }
        if isLessonOpen, lesson?.step != nil {
            isLessonOpen = false
            return
        }
        if lesson?.step == nil { lesson = Lesson(after: lesson == nil ? shiftBegin : snapshot.lastNumber) }
        isLessonOpen = true
        lookAtLesson()
    }

    /// Before which line the shift of whoever holds the post began: what others did before teaches them nothing.
    private var shiftBegin: Int {
        guard let holder = custody?.holder else { return snapshot.lastNumber }
        let taken = snapshot.state.entries.last { $0.event.shape is PostTaken && $0.stamp.by == holder }
        return taken.map { $0.stamp.n - 1 } ?? 0
    }

    /// The name of the new visitor of the walk-through.
    var lessonGuest: String? {
        guard let ref = lesson?.guest else { return nil }
        return registers.visits[ref]?.name ?? (snapshot.state.entry(ref)?.event.shape as? VisitorVerified)?.name
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

    /// What the walk-through says now, broken for the screen; none while it is not open. On a locked screen it leads to signing on and names nobody.
    var lessonLines: [String] {
        guard isLessonOpen, let lesson, !isLocked || lesson.step == .signOn else { return [] }
        // Whom to compare with whom comes first where there is no room for both.
        if form?.isComparing == true, size.rows < 16 { return [] }
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
        guard isPractice, !isLocked || custody == nil else { return nil }
        guard let lesson, lesson.step != nil else { return LessonWords.start }
        return isLessonOpen ? LessonWords.leave : LessonWords.goOn
    }
}

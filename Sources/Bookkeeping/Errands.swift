import Gatekeeping
import Journal
import Notation
import Wording

/// One step of something that takes several lines: made once the line that opened it is known.
public struct Step: Sendable {
    let by: String
    /// What it is signed with, where it is.
    var credentials: Credentials?
    let make: @Sendable (_ opener: Int) -> any Fact

    /// - Parameter make: gets the number of the opening line, which is the first step's own where there is none yet.
    public init(by: String, _ make: @escaping @Sendable (_ opener: Int) -> any Fact) {
        self.by = by
        self.make = make
    }

    /// A step that does not depend on another.
    public init(by: String, _ fact: any Fact) { self.init(by: by) { _ in fact } }

    /// The step, signed by whoever must sign it.
    public func signed(with credentials: Credentials?) -> Step {
        var copy = self
        copy.credentials = credentials
        return copy
    }

    /// The step, with what it took at the keyboard if it lets somebody in.
    public func taking(_ effort: Effort) -> Step {
        Step(by: by) { [make] opener in
            guard var admission = make(opener) as? any Timed else { return make(opener) }
            admission.effort = effort
            return admission
        }
        .signed(with: credentials)
    }

    /// Whether both write the same, whatever line opens it.
    public func saysTheSame(as other: Step) -> Bool { by == other.by && make(0).event == other.make(0).event }

    /// What is to be written. A step that is signed with a wrong PIN is refused.
    func fact(_ opener: Int, in office: Office, at post: String) throws(Refusal) -> any Fact {
        let fact = make(opener)
        guard let credentials, let signed = fact as? any Signed else { return fact }
        return try office.sign(signed, with: credentials, by: by, at: post)
    }
}

/// What a console asks to have written, one step after the other.
public struct Errand: Sendable {
    public var steps: [Step]
    /// The line that opened what the steps are about, where there is one.
    public var opener: Int?
    /// When it happened, if earlier than now.
    public var at: Instant?
    /// Comes back with the news.
    public var ticket: Int
    /// The ticket that this one repeats, because the disk interrupted it.
    public var again: Int?

    public init(_ steps: [Step], opener: Int?, at: Instant?, ticket: Int, again: Int? = nil) {
        self.steps = steps
        self.opener = opener
        self.at = at
        self.ticket = ticket
        self.again = again
    }
}

/// Does the errands of one console, and remembers those that the disk interrupted.
///
/// Each line carries the `id` of its command. An errand that is repeated gives its steps the ids that they had, so that a line
/// which stands already, known or not, is answered with its number and not written twice. A step that says something else
/// than it did then is a command of its own, and so is one whose line was taken back in between.
public struct Errands: Sendable {
    private let post: String
    private let language: Language
    /// The commands of errands that the disk interrupted, by ticket.
    private var interrupted: [Int: [Command]] = [:]

    public init(post: String, language: Language) {
        self.post = post
        self.language = language
    }

    /// Writes the steps until one of them is not written, and says what became of it.
    /// - Parameter write: hands a command in; else the office does.
    public mutating func perform(
        _ errand: Errand, in office: Office, write: ((Command) -> Answer<Refusal>)? = nil
    ) -> News {
        let before = errand.again.flatMap { interrupted.removeValue(forKey: $0) } ?? []
        var (opener, last, commands) = (errand.opener, 0, [Command]())
        for (index, step) in errand.steps.enumerated() {
            let fact: any Fact
            do throws(Refusal) { fact = try step.fact(opener ?? 0, in: office, at: post) } catch {
                return .refused(ticket: errand.ticket, opener: opener, error)
            }
            var command = Command(fact, by: step.by, post: post, at: errand.at, id: before.dropFirst(index).first?.id)
            if before.dropFirst(index).first?.withoutEffort != command.withoutEffort || office.isTakenBack(command.id) {
                command.id = "\(office.consoleName)-\(errand.ticket).\(index)"
            }
            commands.append(command)
            let answer = write?(command) ?? office.perform(command)
            switch answer {
            case .written(let line): last = line.n
            case .already(let n): last = n
            case .refused(let refusal): return .refused(ticket: errand.ticket, opener: opener, refusal)
            case .failed(let failure):
                interrupted[errand.ticket] = commands + before.dropFirst(commands.count)
                return .failed(ticket: errand.ticket, failure.text(language))
            case .unknown(let failure):
                interrupted[errand.ticket] = commands + before.dropFirst(commands.count)
                return .failed(ticket: errand.ticket, failure.doubt(language, canRepeat: true))
            }
            opener = opener ?? last
        }
        return .written(ticket: errand.ticket, opener: opener ?? last, last: last)
    }
}

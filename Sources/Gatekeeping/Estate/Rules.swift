import Notation

/// Why somebody comes, and how long that may take (P2).
public struct Purpose: Equatable, Sendable {
    public var id: String
    public var name: Names
    /// Allowed stay in minutes; an alert is raised after it.
    public var allowedMinutes: Int

    public init(id: String, name: Names, allowedMinutes: Int) {
        self.id = id
        self.name = name
        self.allowedMinutes = allowedMinutes
    }
}

/// What counts as identification (P3).
public struct Identification: Equatable, Sendable {
    /// How this identification proves who somebody is.
    public enum Proof: String, CaseIterable, Sendable {
        /// A document with a number; its last four characters are kept.
        case document
        /// A host who comes to the gate and vouches in person.
        case host
        /// A child that comes with an identified adult.
        case adult
    }

    public var id: String
    public var name: Names
    public var proof: Proof

    public init(id: String, name: Names, proof: Proof) {
        self.id = id
        self.name = name
        self.proof = proof
    }
}

/// A kind of occurrence for the occurrence book (G8).
public struct OccurrenceKind: Equatable, Sendable {
    public var id: String
    public var name: Names
    /// Longest time in minutes without an update before an alert is raised (P1).
    public var silenceMinutes: Int
    /// The procedure (工作程序, G5): what is to be done, in this order.
    public var steps: [Labelled]
    /// A criminal case: the police must take it over before it can be settled (S4).
    public var isCriminal: Bool

    public init(id: String, name: Names, silenceMinutes: Int, steps: [Labelled] = [], isCriminal: Bool = false) {
        self.id = id
        self.name = name
        self.silenceMinutes = silenceMinutes
        self.steps = steps
        self.isCriminal = isCriminal
    }
}

/// A place that a patrol looks at (S3, G9).
public struct Checkpoint: Equatable, Sendable {
    /// What is looked after there.
    public enum Kind: String, CaseIterable, Sendable {
        case fire, place, door, lamp, lift
    }

    public var id: String
    public var name: Names
    public var kind: Kind
    /// What is looked at, one by one.
    public var items: [Labelled]
    /// Longest time in minutes between two looks.
    public var longestMinutes: Int
    /// What a tag there makes the scanner type, if it has one.
    public var tag: String?

    public init(id: String, name: Names, kind: Kind, items: [Labelled], longestMinutes: Int, tag: String? = nil) {
        self.id = id
        self.name = name
        self.kind = kind
        self.items = items
        self.longestMinutes = longestMinutes
        self.tag = tag
    }
}

/// A patrol route with its schedule (P6).
public struct Route: Equatable, Sendable {
    public var id: String
    public var name: Names
    /// Checkpoint ids in the order of walking.
    public var checkpoints: [String]
    /// When a round falls due, each day.
    public var times: [ClockTime]
    /// Minutes after the due time within which the round must depart.
    public var graceMinutes: Int
    /// Minutes after departure within which the round must be back.
    public var longestMinutes: Int
    /// The post whose guard answers for its rounds; nil for the post whose console recorded what was missed.
    public var post: String?

    public init(
        id: String, name: Names, checkpoints: [String], times: [ClockTime], graceMinutes: Int, longestMinutes: Int, post: String? = nil
    ) {
        self.post = post
        self.id = id
        self.name = name
        self.checkpoints = checkpoints
        self.times = times
        self.graceMinutes = graceMinutes
        self.longestMinutes = longestMinutes
    }
}

/// A post order (S1).
public struct Order: Equatable, Sendable {
    public var id: String
    public var title: Names
    public var version: Int
    /// Ids of the posts it is for; empty for all.
    public var posts: [String]
    public var text: String

    public init(id: String, title: Names, version: Int, posts: [String], text: String) {
        self.id = id
        self.title = title
        self.version = version
        self.posts = posts
        self.text = text
    }
}

/// How a badge scanner's codes are told from typing.
public struct ScanShapes: Equatable, Sendable {
    /// A prefix that the scanner is set to send before each code, if any.
    public var prefix: String?
    /// Known shapes: `A` stands for a letter, `9` for a digit, anything else for itself, as in `VB-9999`.
    public var shapes: [String]

    public init(prefix: String? = nil, shapes: [String] = []) {
        self.prefix = prefix
        self.shapes = shapes
    }
}

import Foundation
import Notation
import Testing

/// Plays the evening once for a suite; its folder is gone when the suite ends.
struct EveningPlayed: SuiteTrait, TestScoping {
    @TaskLocal static var current: Played?

    /// An evening that has been played.
    struct Played: Sendable {
        let scratch: Scratch
        let exchanges: [Evening.Exchange]
        /// The status with which `record` ended.
        let status: Int32

        var data: URL { scratch.folder }
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let played = try EveningPlayed.play()
        try await EveningPlayed.$current.withValue(played, operation: function)
    }

    private static func play() throws -> Played {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        let evening = Evening(session, data: scratch.folder)
        try evening.planAll()
        try evening.play()
        return Played(scratch: scratch, exchanges: evening.exchanges, status: try session.close())
    }
}

extension SuiteTrait where Self == EveningPlayed {
    static var evening: EveningPlayed { EveningPlayed() }
}

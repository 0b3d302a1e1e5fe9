import Foundation
import Notation
import Testing

extension Evening {
    private struct Bell: Error {}

    /// Plays the evening through `record` up to a full hour, and stops there.
    static func play(until hour: Int, data: URL) throws {
        let session = try RecordSession(data: data)
        let evening = Evening(session, data: data)
        evening.plan(hour, 0) { _ in throw Bell() }
        try evening.planAll()
        #expect(throws: Bell.self) { try evening.play() }
        #expect(evening.exchanges.allSatisfy { $0.answer["refused"]?.string == $0.expected })
        #expect(evening.exchanges.count > 200)
        try session.close()
    }
}

import CSystem
import Glibc
import Notation

/// What the clocks say at one moment.
public struct Moment: Equatable, Sendable {
    /// The wall clock, or the made-up one of a practice journal.
    public var t: Instant
    /// The machine's boot, 8 hexadecimal digits.
    public var boot: String
    /// Milliseconds of CLOCK_BOOTTIME: it never jumps, so it proves a jump of `t`.
    public var uptime: Int

    public init(t: Instant, boot: String, uptime: Int) {
        self.t = t
        self.boot = boot
        self.uptime = uptime
    }
}

/// The clock of the writer. Only a practice journal may be given a made-up time.
public struct Clock: Sendable {
    /// The machine's boot, 8 hexadecimal digits.
    let boot: String
    /// Milliseconds that the made-up clock is ahead of the machine's; 0 where it is not made up.
    public private(set) var ahead: Int64 = 0

    /// The machine's own clock.
    public init() { boot = Clock.currentBoot }

    /// The moment now.
    public var now: Moment { Moment(t: t, boot: boot, uptime: uptime) }

    /// The time now. A clock that is set to no year of people stops at the nearest: what it says is written, and must be read again.
    public var t: Instant {
        min(max(Instant(milliseconds: gatebook_wall_milliseconds() + ahead), Instant.plausible.lowerBound), Instant.plausible.upperBound)
    }

    /// Milliseconds of CLOCK_BOOTTIME.
    public var uptime: Int { Int(gatebook_boot_milliseconds()) }

    /// Sets the made-up clock of a practice journal; it runs on from there.
    public mutating func pretend(_ t: Instant) { ahead = t.milliseconds - gatebook_wall_milliseconds() }

    /// What stands for a boot that the kernel does not tell.
    static let unknownBoot = "00000000"

    /// The first 8 hexadecimal digits of the kernel's boot id.
    static var currentBoot: String {
        guard let file = try? OpenFile("/proc/sys/kernel/random/boot_id", flags: O_RDONLY) else { return unknownBoot }
        var bytes = [UInt8](repeating: 0, count: 8)
        let count = bytes.withUnsafeMutableBytes { read(file.descriptor, $0.baseAddress, 8) }
        return count == 8 ? String(decoding: bytes, as: UTF8.self) : unknownBoot
    }
}

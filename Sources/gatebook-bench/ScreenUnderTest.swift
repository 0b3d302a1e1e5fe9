import CBaseline
import Foundation
import Glibc

/// The program in a terminal of its own.
final class ScreenUnderTest {
    private let terminal: Int32
    private let process: pid_t
    private var seen: [UInt8] = []

    init(_ site: Site) throws {
        let words = [site.program, "practice", "--data", site.data, "--language", "zh-Hant"]
        let pointers = words.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var process: pid_t = 0
        terminal = pointers.map { UnsafePointer($0) }.withUnsafeBufferPointer { baseline_terminal($0.baseAddress, 120, 36, &process) }
        self.process = process
        if terminal < 0 { throw CocoaError(.executableLoad) }
    }

    func type(_ text: String) {
        seen.removeAll()
        let bytes = Array(text.utf8)
        _ = write(terminal, bytes, bytes.count)
    }

    /// Waits until the program has sent `text`.
    func wait(for text: String, seconds: Int = 20) throws { try wait(for: [text], seconds: seconds) }

    /// Waits until the program has sent one of `texts`.
    func wait(for texts: [String], seconds: Int = 20) throws {
        let deadline = baseline_now() + Int64(seconds) * 1_000_000_000
        let wanted = texts.map { Array($0.utf8) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !wanted.contains(where: contains) {
            var entry = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard baseline_now() < deadline, poll(&entry, 1, 100) >= 0 else { throw CocoaError(.fileReadUnknown) }
            guard entry.revents != 0 else { continue }
            let count = read(terminal, &buffer, buffer.count)
            guard count > 0 else { throw CocoaError(.fileReadUnknown) }
            seen += buffer[..<count]
        }
    }

    private func contains(_ wanted: [UInt8]) -> Bool {
        seen.withUnsafeBytes { all in wanted.withUnsafeBytes { memmemIndex(all, $0) != nil } }
    }

    private func memmemIndex(_ all: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Int? {
        guard all.count >= part.count else { return nil }
        return (0...(all.count - part.count)).first { start in all[start] == part[0] && all[start..<start + part.count].elementsEqual(part) }
    }

    /// The most memory that the program ever had resident.
    var peakKilobytes: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }

    func end() {
        kill(process, SIGTERM)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while read(terminal, &buffer, buffer.count) > 0 {}
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(terminal)
    }
}

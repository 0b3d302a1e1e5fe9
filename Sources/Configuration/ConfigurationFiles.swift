import CExample
import Foundation
import Gatekeeping
import Glibc

/// The files of a configuration, as bytes.
public struct ConfigurationFiles: Sendable {
    /// The folder they are from, or a word for the estate that is built in.
    public var origin: String
    /// File names without folders, and what the files contain.
    public var files: [String: [UInt8]]
    /// Files that are there and could not be read.
    public var unreadable: Set<String> = []

    public init(origin: String, files: [String: [UInt8]]) {
        self.origin = origin
        self.files = files
    }

    /// Reads every `.yaml`, `.yml` and `.csv` file in a folder, or only the one that is named; the reader will name those that it does not know.
    public static func folder(_ path: String, only wanted: String? = nil) throws(FolderFailure) -> ConfigurationFiles {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FolderFailure(path: path, problem: .missingFolder)
        }
        guard isFolder.boolValue else { throw FolderFailure(path: path, problem: .notAFolder) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw FolderFailure(path: path, problem: .unreadableFile)
        }
        var result = ConfigurationFiles(origin: path, files: [:])
        for name in names where isConfiguration(name) && name == wanted ?? name {
            if let bytes = bytes(of: path + "/" + name) {
                result.files[name] = bytes
            } else {
                result.unreadable.insert(name)
            }
        }
        return result
    }

    private static func isConfiguration(_ name: String) -> Bool {
        !name.hasPrefix(".") && [".yaml", ".yml", ".csv"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Only of a regular file of bearable size: a pipe would keep the program waiting.
    private static func bytes(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 32 << 20 else { return nil }
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let got = read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if got < 0, errno == EINTR { continue }
                isRead = got >= 0
                if got <= 0 { return }
                count += got
            }
        }
        return isRead ? bytes : nil
    }

    /// The example estate that is built in.
    public static let example: ConfigurationFiles = {
        var result = ConfigurationFiles(origin: "built-in example", files: [:])
        for index in 0..<cexample_count() {
            let file = cexample_file(index)
            guard let name = file.name, let bytes = file.bytes else { continue }
            result.files[String(cString: name)] = Array(UnsafeBufferPointer(start: bytes, count: file.size))
        }
        return result
    }()
}

/// Why a configuration folder could not be read at all.
public struct FolderFailure: Error, Hashable, Sendable {
    public var path: String
    public var problem: Problem

    public init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// The failure as a finding about the folder.
    public var finding: Finding { Finding(file: path, line: 0, problem: problem) }
}

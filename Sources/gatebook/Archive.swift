import ArgumentParser
import Bookkeeping
import Configuration
import Cores
import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

/// Where the pages are and how to speak of them: all that reading them needs.
struct Archive {
    /// How much of the configuration is read.
    enum Extent {
        /// Only which book it is: pages can be searched and verified however wrong the rest of the configuration is.
        case book
        /// The rest too, for names and hours, where it has no mistake.
        case names
        case everything
    }

    /// What is enough to know the book: no units, posts and rules.
    private let known: Estate
    /// The whole estate, which is read while the pages already are; nil where anything in it is wrong.
    private let whole: Meanwhile<Estate?>?
    let data: String
    let language: Language

    /// - Parameter begin: takes the data folder and what is known of the estate, once that is enough to know the book.
    init(_ choices: Choices, reading extent: Extent = .book, begin: (@Sendable (Estate, String) -> Void)? = nil) throws {
        let environment = ProcessInfo.processInfo.environment
        let wish = choices.language ?? .hant
        let files = try Archive.files(choices, environment, extent, wish)
        let folder = Archive.dataFolder(choices, environment)
        let book: @Sendable (Estate) -> Void = { estate in if let folder { begin?(estate, folder) } }
        let reading = extent == .everything ? EstateReader.read(files, book: book) : EstateReader.readBook(files)
        guard reading.findings.isEmpty else {
            for finding in reading.findings { complain("\(files.origin)/\(finding.text(wish))") }
            complain(
                Text(
                    "設定有 \(reading.findings.count) 個錯誤，請照上面改正；沒有寫入任何記錄。", "配置有 \(reading.findings.count) 个错误，请照上面改正；没有写入任何记录。",
                    "The configuration has \(reading.findings.count) errors; correct them as said above. Nothing was recorded.")[wish])
            throw Exit.configuration
        }
        known = reading.estate
        whole = extent == .names ? Meanwhile { Archive.whole(choices, environment) } : nil
        language = choices.language ?? Language(rawValue: known.language) ?? .hant
        guard let folder else {
            complain(
                Text("不知道資料放在哪裡，請加上 --data 資料夾。", "不知道数据放在哪里，请加上 --data 文件夹。", "Where to keep the data? Add --data FOLDER.")[language])
            throw Exit.usage
        }
        data = folder
    }

    /// The book, for reading only.
    var book: Book { Book(data: data, name: known.book, zone: known.zone, isPractice: known.isPractice) }

    /// As the extent `book` leaves it, it has no units, posts and rules.
    var estate: Estate { whole?.value ?? known }

    private static func whole(_ choices: Choices, _ environment: [String: String]) -> Estate? {
        guard let files = try? ConfigurationFiles.found(choices, environment, only: nil) else { return nil }
        let reading = EstateReader.read(files)
        return reading.findings.isEmpty ? reading.estate : nil
    }

    private static func files(
        _ choices: Choices, _ environment: [String: String], _ extent: Extent, _ language: Language
    ) throws -> ConfigurationFiles {
        do throws(FolderFailure) { return try .found(choices, environment, only: extent == .everything ? nil : EstateReader.bookFile) } catch {
            complain(error.finding.text(language))
            throw Exit.configuration
        }
    }

    /// Nil where nothing says where it is.
    private static func dataFolder(_ choices: Choices, _ environment: [String: String]) -> String? {
        if let folder = choices.data ?? environment["GATEBOOK_DATA"] { return folder }
        if let state = environment["XDG_STATE_HOME"], !state.isEmpty { return state + "/gatebook" }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/gatebook" }
    }
}

extension ConfigurationFiles {
    /// Where the configuration is looked for: as said, in the usual folders, else the example.
    fileprivate static func found(_ choices: Choices, _ environment: [String: String], only file: String?) throws(FolderFailure) -> ConfigurationFiles {
        let named = choices.config ?? environment["GATEBOOK_CONFIG"]
        let usual = ["./config", "/etc/gatebook"].first { FileManager.default.fileExists(atPath: $0 + "/estate.yaml") }
        guard let folder = named ?? usual else { return .example }
        return try .folder(folder, only: file)
    }
}

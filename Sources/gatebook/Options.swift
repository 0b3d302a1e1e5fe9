import ArgumentParser
import Bookkeeping
import Configuration
import Foundation
import Gatekeeping
import Journal
import Notation
import Terminal
import Wording

extension Language: ExpressibleByArgument {}
extension Report.Format: ExpressibleByArgument {}

/// The options that every command takes.
struct Options: ParsableArguments {
    @Option(help: "Folder of the configuration; else $GATEBOOK_CONFIG, ./config, /etc/gatebook, the built-in example.")
    var config: String?
    @Option(help: "Folder of the data; else $GATEBOOK_DATA, $XDG_STATE_HOME/gatebook, ~/.local/state/gatebook.")
    var data: String?
    @Option(help: "The post that this console serves, by its id; else the first of the configuration.")
    var post: String?
    @Option(help: "zh-Hant, zh-Hans or en; else that of the configuration.")
    var language: Language?
}

extension Theme: ExpressibleByArgument {}

/// The options of the full screen besides.
struct ScreenOptions: ParsableArguments {
    @Option(help: "dark, light or contrast (no colours at all, for bright sun and weak eyes); else $GATEBOOK_THEME, dark.")
    var theme: Theme?

    var chosenTheme: Theme { theme ?? ProcessInfo.processInfo.environment["GATEBOOK_THEME"].flatMap(Theme.init) ?? .dark }
}

/// sysexits.h.
enum Exit {
    static let no = ExitCode(1)
    static let usage = ExitCode(64)
    static let badData = ExitCode(65)
    static let inputOutput = ExitCode(74)
    static let configuration = ExitCode(78)
}

/// Says something on stderr.
func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// What the options lead to.
struct Workplace {
    let estate: Estate
    let data: String
    let post: Post
    let language: Language

    init(_ options: Options) throws {
        let environment = ProcessInfo.processInfo.environment
        let wish = options.language ?? .hant
        let files = try Workplace.files(options, environment, wish)
        let reading = EstateReader.read(files)
        guard reading.findings.isEmpty else {
            for finding in reading.findings { complain("\(files.origin)/\(finding.text(wish))") }
            complain(
                Text(
                    "設定有 \(reading.findings.count) 個錯誤，請照上面改正；沒有寫入任何記錄。", "配置有 \(reading.findings.count) 个错误，请照上面改正；没有写入任何记录。",
                    "The configuration has \(reading.findings.count) errors; correct them as said above. Nothing was recorded.")[wish])
            throw Exit.configuration
        }
        let estate = reading.estate
        self.estate = estate
        language = options.language ?? Language(rawValue: estate.language) ?? .hant
        data = try Workplace.dataFolder(options, environment, language)
        guard let post = options.post.map({ estate.post($0) }) ?? estate.posts.first else {
            complain(
                Refusal.unknownPost(options.post ?? "").text(language) + " " + estate.posts.map(\.id).joined(separator: " "))
            throw Exit.usage
        }
        self.post = post
    }

    private static func files(
        _ options: Options, _ environment: [String: String], _ language: Language
    ) throws -> ConfigurationFiles {
        let named = options.config ?? environment["GATEBOOK_CONFIG"]
        let found = ["./config", "/etc/gatebook"].first { FileManager.default.fileExists(atPath: $0 + "/estate.yaml") }
        guard let folder = named ?? found else { return .example }
        do throws(FolderFailure) { return try .folder(folder) } catch {
            complain(error.finding.text(language))
            throw Exit.configuration
        }
    }

    private static func dataFolder(
        _ options: Options, _ environment: [String: String], _ language: Language
    ) throws -> String {
        if let folder = options.data ?? environment["GATEBOOK_DATA"] { return folder }
        if let state = environment["XDG_STATE_HOME"], !state.isEmpty { return state + "/gatebook" }
        if let home = environment["HOME"], !home.isEmpty { return home + "/.local/state/gatebook" }
        complain(
            Text("不知道資料放在哪裡，請加上 --data 資料夾。", "不知道数据放在哪里，请加上 --data 文件夹。", "Where to keep the data? Add --data FOLDER.")[language])
        throw Exit.usage
    }

    /// The book, for reading only.
    var book: Book { Book(data: data, name: estate.book, zone: estate.zone, isPractice: estate.isPractice) }

    /// Opens the book, or says why it cannot be.
    func office(isPractice: Bool? = nil) throws -> Office {
        do throws(JournalFailure) { return try Office(estate: estate, data: data, isPractice: isPractice) } catch {
            complain(error.text(language))
            throw Exit.inputOutput
        }
    }

    /// Runs `body`; a failure of the journal is said, and ends with 74.
    func orComplain<T>(_ body: () throws(JournalFailure) -> T) throws -> T {
        do throws(JournalFailure) { return try body() } catch {
            complain(error.text(language))
            throw Exit.inputOutput
        }
    }
}

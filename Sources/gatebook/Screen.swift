import ArgumentParser

struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The full screen.")
    @OptionGroup var options: Options

    func run() throws { try runScreen(options, isPractice: nil) }
}

struct Practice: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The full screen on a practice journal.")
    @OptionGroup var options: Options

    func run() throws { try runScreen(options, isPractice: true) }
}

func runScreen(_ options: Options, isPractice: Bool?) throws {}

import ArgumentParser
import Foundation

struct Mutants: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes one precaution after the other out of the program, builds it, and expects the test that guards it to fail.")
    @OptionGroup var common: CommonOptions
    @Option(help: "The repository; else the current folder.") var repository = "."
    @Option(help: "Only mutants whose name contains this.") var only: String?

    func run() throws {
        let top = URL(filePath: repository).absoluteURL
        let bench = try Bench(common)
        let mutants = try Mutant.all(in: top.appending(path: "Tests/Mutants")).filter { mutant in only.map(mutant.name.contains) ?? true }
        guard !mutants.isEmpty else { throw Failure("no mutants in \(top.path)/Tests/Mutants") }
        if common.short { return try conclude("mutants", "\(mutants.count) fit the sources", problems: misfits(mutants, top)) }
        let copy = try ScratchBuild(of: top)
        try copy.build()
        var problems: [String] = []
        for killer in Set(mutants.map(\.killer)).sorted(by: { $0.joined() < $1.joined() }) {
            let outcome = try copy.test(killer, bench)
            if outcome.status != 0 { problems.append("the program as it is fails \(killer.joined(separator: " ")): \(outcome.text)") }
        }
        for mutant in mutants { problems += try trial(mutant, copy, bench) }
        try conclude("mutants", "\(mutants.count) mutants", problems: problems)
    }

    /// Building them takes too long for the tests, but they must not fall behind the sources.
    private func misfits(_ mutants: [Mutant], _ top: URL) -> [String] {
        mutants.compactMap { mutant in
            do {
                _ = try mutant.place(in: top.appending(path: "Sources"))
                return nil
            } catch { return "\(mutant.name): \(error)" }
        }
    }

    private func trial(_ mutant: Mutant, _ copy: ScratchBuild, _ bench: Bench) throws -> [String] {
        do {
            let (file, before) = try mutant.apply(in: copy.sources)
            defer { try? before.write(to: file, atomically: true, encoding: .utf8) }
            try copy.build()
            let outcome = try copy.test(mutant.killer, bench)
            say("\(mutant.name): \(mutant.killer.joined(separator: " ")) ended with \(outcome.status)")
            if outcome.status == 1 { return [] }
            return ["\(mutant.name) lives: without \(mutant.meaning), \(mutant.killer) ended with \(outcome.status): \(outcome.text)"]
        } catch let failure as Failure {
            say("\(mutant.name): \(failure)")
            return ["\(mutant.name): \(failure)"]
        }
    }
}

/// A copy of the sources with a build of its own, kept between runs.
struct ScratchBuild {
    private let folder: URL
    var sources: URL { folder.appending(path: "Sources") }

    init(of top: URL) throws {
        folder = top.appending(path: ".build/mutants")
        let script = """
            mkdir -p "$2/.build" && cd "$1" && rm -rf "$2/Sources" "$2/Tests" && cp -a Sources Tests Package.swift "$2/" &&
            { [ ! -e Package.resolved ] || cp -a Package.resolved "$2/"; } && for part in checkouts repositories artifacts workspace-state.json; do
            [ -e "$2/.build/$part" ] || [ ! -e ".build/$part" ] || cp -a ".build/$part" "$2/.build/" || exit; done
            """
        let outcome = try Child.run(["/bin/sh", "-c", script, "copy", top.path, folder.path])
        guard outcome.status == 0 else { throw Failure("copying \(top.path): \(outcome.text)") }
    }

    func build() throws {
        let outcome = try Child.run(["swift", "build", "--package-path", folder.path, "--product", "gatebook"])
        guard outcome.status == 0 else { throw Failure("does not build: \(outcome.text)") }
    }

    /// Runs one of the subcommands of this program on what was built.
    func test(_ arguments: [String], _ bench: Bench) throws -> Child.Outcome {
        let program = folder.appending(path: ".build/debug/gatebook").path
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        return try Child.run([own] + arguments + ["--short", "--program", program, "--scratch", bench.folder.path])
    }
}

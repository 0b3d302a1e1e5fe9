// swift-tools-version: 6.2
import PackageDescription

/// Types are asked for by their own functions, not by their names: a released program spent a sixth of its start on reading such names.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

/// A released program needs no Swift on the machine where it runs, and starts sooner: the Swift libraries are linked into it.
/// LLVM's linker does it without a warning about functions of Foundation that nothing here calls. At a fixed address the program
/// starts without relocating 90,000 pointers first, a third of the time of a short command.
let program: [SwiftSetting] = strict + [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
let linking: [LinkerSetting] = [.unsafeFlags(["-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie"], .when(configuration: .release))]

let package = Package(
    name: "gatebook",
    products: [.executable(name: "gatebook", targets: ["gatebook"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .target(name: "CSystem"),
        .target(name: "CExample"),
        .target(name: "CTracer"),
        .target(name: "CReadings", exclude: ["generate.swift", "surnames.tsv", "LICENCES"]),
        .target(name: "CWords", exclude: ["english.txt", "chinese_traditional.txt", "chinese_simplified.txt", "LICENCES"]),
        .target(name: "Cores", swiftSettings: strict),
        .target(name: "Notation", swiftSettings: strict),
        .target(name: "Readings", dependencies: ["CReadings"], swiftSettings: strict),
        .target(
            name: "Journal",
            dependencies: ["Cores", "Notation", "CSystem", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .target(name: "Gatekeeping", dependencies: ["Notation", "Readings"], swiftSettings: strict),
        .target(
            name: "Configuration",
            dependencies: ["Cores", "Gatekeeping", "Notation", "CExample", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict
        ),
        .target(name: "Wording", dependencies: ["CWords", "Gatekeeping", "Notation"], swiftSettings: strict),
        .target(
            name: "Bookkeeping",
            dependencies: [
                "CSystem", "Gatekeeping", "Journal", "Notation", "Wording", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Terminal", dependencies: ["CNcurses", "CSystem"], swiftSettings: strict),
        .target(
            name: "Console",
            dependencies: ["Bookkeeping", "Gatekeeping", "Notation", "Readings", "Terminal", "Wording"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "gatebook",
            dependencies: [
                "Bookkeeping", "Configuration", "Console", "Cores", "Gatekeeping", "Journal", "Notation", "Terminal", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: program, linkerSettings: linking
        ),
        .executableTarget(
            name: "gatebook-faults",
            dependencies: ["CTracer", "Notation", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: program, linkerSettings: linking
        ),
        .target(name: "CBaseline"),
        .executableTarget(
            name: "gatebook-bench",
            dependencies: [
                "Bookkeeping", "CBaseline", "Configuration", "Gatekeeping", "Journal", "Notation", "Randomness",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: program, linkerSettings: linking
        ),
        .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: strict),
        .target(name: "Witness", path: "Tests/Witness", swiftSettings: strict),
        .testTarget(name: "CoresTests", dependencies: ["Cores"]),
        .testTarget(name: "NotationTests", dependencies: ["Notation", "Randomness"]),
        .testTarget(name: "JournalTests", dependencies: ["Journal", "Notation", "Randomness", "Witness"]),
        .testTarget(name: "TerminalTests", dependencies: ["Randomness", "Terminal"]),
        .testTarget(
            name: "ConsoleTests",
            dependencies: ["Bookkeeping", "Configuration", "Console", "Gatekeeping", "Journal", "Notation", "Randomness", "Readings", "Terminal", "Witness", "Wording"],
            exclude: ["Expected"], swiftSettings: strict
        ),
        .testTarget(name: "GatekeepingTests", dependencies: ["Gatekeeping", "Notation", "Randomness"], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Notation", "Randomness", "Witness"], path: "Tests/EndToEnd", resources: [.copy("Data")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ConfigurationTests", dependencies: ["Configuration", "Gatekeeping", "Notation", "Randomness", "Wording"],
            swiftSettings: strict
        ),
    ]
)

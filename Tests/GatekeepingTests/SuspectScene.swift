import Testing

@testable import Gatekeeping

// Who comes to the gate while somebody is suspicious there.

/// Somebody with a document that fits.
func called(_ name: String, _ tail: String) -> VisitorVerified {
    var verified = VisitorVerified.shown("id-card", tail: tail)
    verified.name = name
    return verified
}

/// Without a document of their own: the host vouches.
func vouched(_ name: String) -> VisitorVerified { VisitorVerified.shown("host", name: name, tail: nil, matches: false).vouched("陳先生") }

/// A visit at the gate with the plate of the car.
@discardableResult
func registered(_ verified: VisitorVerified, with plate: String, in scene: inout Scene) throws -> Int {
    let visit = try scene.given(verified)
    var registered = VisitorRegistered.visit(visit)
    registered.plate = plate
    try scene.given(registered)
    return visit
}

func car(_ driver: String) -> VehicleRegistered { fact { $0.plate = "XY 77"; $0.driver = driver; $0.unit = "3-1502" } }

extension Scene {
    /// On duty, with somebody suspicious at the gate.
    static func with(suspect: VisitorVerified) throws -> Scene {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(suspect.suspected("東張西望"))
        return scene
    }

    /// Somebody with a document and with others.
    mutating func party(with companions: [String]) throws -> Int {
        let party = try given(called("陳大文", "7788"))
        var registered = VisitorRegistered.visit(party)
        registered.companions = companions
        try given(registered)
        return party
    }
}

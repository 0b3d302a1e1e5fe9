import Foundation
import Notation
import Testing

/// As much of JSON Schema as the program's own schemas use.
struct Schema {
    private let variants: [JSONObject]

    init(_ text: Data) throws {
        let document = try #require(try JSON.read(Array(text)).object)
        variants = try #require(document["oneOf"]?.array).compactMap(\.object)
    }

    /// What is wrong with `object`, whose kind is the value of `discriminator`; empty if it is valid.
    func faults(of object: JSONObject, by discriminator: String) -> [String] {
        let kind = object[discriminator]
        let matching = variants.filter { $0["properties"]?.object?[discriminator]?.object?["const"] == kind }
        guard let variant = matching.first, matching.count == 1 else { return ["\(matching.count) variants for \(object)"] }
        let properties = variant["properties"]?.object ?? [:]
        let missing = (variant["required"]?.array ?? []).compactMap(\.string).filter { object[$0] == nil }
            .map { "\(object): \($0) is missing" }
        return missing
            + object.members.flatMap { member -> [String] in
                guard let schema = properties[member.name]?.object else { return ["\(object): \(member.name) is not in the schema"] }
                return fits(member.value, schema) ? [] : ["\(object): \(member.name) does not fit \(schema)"]
            }
    }

    /// The names of the text fields of each variant that has `discriminator`.
    func textFields(by discriminator: String) -> [(kind: String, fields: [String])] {
        variants.compactMap { variant in
            guard let properties = variant["properties"]?.object,
                let kind = properties[discriminator]?.object?["const"]?.string
            else { return nil }
            let fields = properties.members.filter { $0.value.object?["type"]?.string == "string" && $0.value.object?["format"] == nil }
            return (kind, fields.map(\.name))
        }
    }

    private func fits(_ value: JSON, _ schema: JSONObject) -> Bool {
        if let constant = schema["const"] { return value == constant }
        if let choices = schema["enum"]?.array, !choices.contains(value) { return false }
        switch schema["type"]?.string {
        case "string": return value.string != nil
        case "integer": return value.integer.map { $0 >= schema["minimum"]?.integer ?? .min } ?? false
        case "boolean": return value.bool != nil
        case "object": return value.object != nil
        case "array":
            guard let values = value.array, let items = schema["items"]?.object else { return false }
            return values.allSatisfy { fits($0, items) }
        default: return false
        }
    }
}

import Ledger

/// Someone is admitted to the circle of a stream: everything sealed in it is wrapped once more, for this key.
public enum ToegangVerleend: EventDefinition {
  /// Whose circle.
  public static let stroom = Field<StreamID>("stroom", .clear, "De stroom waarvan de kring wordt uitgebreid.")
  /// Who is admitted.
  public static let sleutel = Field<Thumbprint>("sleutel", .clear, "De sleutel die toegang krijgt.")

  /// The event type.
  public static let type = EventType(
    "ToegangVerleend", stream: "Toegang", opens: nil,
    meaning: "Een sleutel wordt toegelaten tot de kring van een vertrouwelijke stroom.",
    source: "004:4539-4541; 004:5043-5046", signers: Set(Rol.allCases).subtracting([.beheerder, .secretariaat]),
    isMandatable: false,
    changesAuthority: { event, registry in
      guard let stream = event[stroom], let key = event[sleutel] else {
        throw AuthorityProblem.incomplete("ToegangVerleend")
      }
      try registry.admit(key, to: stream)
    }
  ) {
    stroom
    sleutel
  }
}

/// Someone leaves the circle of a stream: nothing sealed from now on is wrapped for this key.
public enum ToegangIngetrokken: EventDefinition {
  /// Whose circle.
  public static let stroom = Field<StreamID>("stroom", .clear, "De stroom waarvan de kring kleiner wordt.")
  /// Who leaves.
  public static let sleutel = Field<Thumbprint>("sleutel", .clear, "De sleutel die geen toegang meer heeft.")

  /// The event type.
  public static let type = EventType(
    "ToegangIngetrokken", stream: "Toegang", opens: nil,
    meaning: "Een sleutel verlaat de kring van een vertrouwelijke stroom.",
    source: "004:4539-4541; 004:5043-5046", signers: Set(Rol.allCases).subtracting([.beheerder, .secretariaat]),
    isMandatable: false,
    changesAuthority: { event, registry in
      guard let stream = event[stroom], let key = event[sleutel] else {
        throw AuthorityProblem.incomplete("ToegangIngetrokken")
      }
      registry.dismiss(key, from: stream)
    }
  ) {
    stroom
    sleutel
  }
}

extension Thumbprint: FieldValue {
  /// Thirty-two bytes.
  public static var defaultShape: FieldShape { .bytes(32) }
  /// Reads base64url.
  public init?(json: JSON) {
    guard let text = json.string, let id = Thumbprint(text) else { return nil }
    self = id
  }
  /// Base64url.
  public var json: JSON { .string(description) }
}

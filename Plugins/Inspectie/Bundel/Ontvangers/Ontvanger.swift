import Governance

/// For whom a bundle can be made, what such a receiver may see, and on what the organisation hands it over.
///
/// A role that is not here may see nothing of a bundle: what it needs it reads in the ledger, with its own key.
enum Ontvanger: String, NamedCode {
  case arbeidsinspectie
  case ondernemingsraad
  case gemeenteraad
  case rekenkamer
  case accountant
  case publiek

  var text: Text {
    switch self {
    case .arbeidsinspectie: Text(nl: "Nederlandse Arbeidsinspectie", en: "Netherlands Labour Authority")
    case .ondernemingsraad: Text(nl: "ondernemingsraad", en: "works council")
    case .gemeenteraad: Text(nl: "gemeenteraad", en: "municipal council")
    case .rekenkamer: Text(nl: "rekenkamer", en: "court of audit")
    case .accountant: Text(nl: "accountant", en: "auditor")
    case .publiek: Text(nl: "publiek", en: "public")
    }
  }

  /// What may be open to this receiver; the rest stays closed, and nothing of a case is in a bundle at all.
  var ziet: Set<Visibility> { self == .publiek ? [.clear, .openbaar] : [.clear, .openbaar, .intern] }

  /// On what the receiver asks, or the organisation gives.
  var grondslag: String {
    switch self {
    case .arbeidsinspectie: "Awb art. 5:16, 5:17 en 5:20 lid 1; Arbeidsomstandighedenwet art. 24 en 27"
    case .ondernemingsraad: "WOR art. 31 lid 1 en art. 28 lid 1"
    case .gemeenteraad: "Gemeentewet art. 169 lid 2 en 3"
    case .rekenkamer: "Gemeentewet art. 183 lid 1"
    case .accountant: "Gemeentewet art. 213 lid 2"
    case .publiek: "Woo art. 3.1"
    }
  }
}

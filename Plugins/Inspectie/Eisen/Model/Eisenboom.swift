import Foundation
import Governance
import RuleFiles

/// A tree of demands: what someone may ask of the organisation, and what can prove each of it; a pure value, read from a
/// file.
public struct Eisenboom: Sendable, Hashable {
  /// Its name, with which the ids of its demands begin: `AI`.
  public let id: String
  /// What it is called.
  public let titel: String
  /// Its version: that of the letter or norm.
  public let versie: String
  /// Who asks.
  public let steller: String
  /// Whose it is; every municipality's when left out.
  public let organisatie: String?
  /// Where it stands.
  public let bronnen: [Bron]
  /// Its parts, in the order of the file.
  public let delen: [Deel]
  /// What a text must contain, in the order of the file.
  public let elementen: [Inhoudselement]
  /// Its demands, in the order of the file.
  public let eisen: [Eis]

  /// The demand with an id.
  public func eis(_ id: String) -> Eis? { eisen.first { $0.id == id } }

  /// The part with an id.
  public func deel(_ id: String) -> Deel? { delen.first { $0.id == id } }

  /// Whose letter the tree was read from, when that is not the organisation of this ledger.
  func briefAan(naast own: String?) -> String? {
    guard let organisatie, let own,
      organisatie.compare(own, options: [.caseInsensitive, .diacriticInsensitive]) != .orderedSame
    else { return nil }
    return organisatie
  }

  /// The law that a demand rests on: its own, else that of its part.
  public func grondslag(_ eis: Eis) -> [String] {
    eis.grondslag.isEmpty ? deel(eis.deel)?.grondslag ?? [] : eis.grondslag
  }
}

/// A part of a tree: demands that rest on the same law.
public struct Deel: Sendable, Hashable {
  /// Its id in the file.
  public let id: String
  /// What it is called.
  public let titel: String
  /// The articles it rests on.
  public let grondslag: [String]
  /// Where it stands.
  public let bronnen: [Bron]
}

/// Something that a text must contain, such as `G-4`.
public struct Inhoudselement: Sendable, Hashable {
  /// Its code.
  public let code: String
  /// What it asks, in a few words.
  public let woorden: String
  /// Where it is asked.
  public let bronnen: [Bron]
}

import Governance
import RuleFiles

/// One demand: what is asked, where, and what can prove it.
public struct Eis: Sendable, Hashable {
  /// How strong it is.
  public enum Soort: String, NamedCode, Hashable {
    /// Demanded in so many words.
    case eis
    /// A shortcoming that was found; to meet it shows that it is gone.
    case bevinding
    /// The text of the law.
    case wet
    /// A rule of how the case goes: there is nothing to prove.
    case procedure
    /// An agreement of the sector.
    case norm

    /// In words.
    public var text: Text {
      switch self {
      case .eis: Text(nl: "eis", en: "demand")
      case .bevinding: Text(nl: "bevinding", en: "finding")
      case .wet: Text(nl: "wet", en: "law")
      case .procedure: Text(nl: "regel van de zaak", en: "rule of the case")
      case .norm: Text(nl: "norm", en: "norm")
      }
    }
  }

  /// Whether the log alone can answer.
  public enum Aard: String, NamedCode, Hashable {
    /// A matter of record: a date, an owner, a criterion, a count, a decision.
    case vastlegging
    /// A matter of judgement: sound, complete, state of science, understandable.
    case oordeel

    /// In words.
    public var text: Text {
      switch self {
      case .vastlegging: Text(nl: "vastlegging", en: "record")
      case .oordeel: Text(nl: "oordeel", en: "judgement")
      }
    }
  }

  /// By what it is measured.
  public enum Maatstaf: String, CodeValue, Hashable {
    case datum, verantwoordelijke, criterium, aantal, besluit
    case inhoud, deugdelijk, volledig, wetenschap, begrijpelijk, passend

    /// Whether only a person can say so.
    public var isOordeel: Bool {
      switch self {
      case .datum, .verantwoordelijke, .criterium, .aantal, .besluit: false
      case .inhoud, .deugdelijk, .volledig, .wetenschap, .begrijpelijk, .passend: true
      }
    }
  }

  /// What the works council has to say about it.
  public enum OndernemingsraadRol: String, NamedCode, Hashable {
    case geen, samenwerking, instemming

    /// In words.
    public var text: Text {
      switch self {
      case .geen: Text("–")
      case .samenwerking: Text(nl: "samenwerking", en: "cooperation")
      case .instemming: Text(nl: "instemming", en: "consent")
      }
    }
  }

  /// Its id, which never changes: `AI-1.16`.
  public let id: String
  /// How strong it is.
  public let soort: Soort
  /// The part of the tree it is in.
  public let deel: String
  /// What is asked, in our own words.
  public let woorden: String
  /// Where it stands in the letter or norm, by that one's own numbering.
  public let plaats: String
  /// Where it stands in the sources.
  public let bronnen: [Bron]
  /// The articles it rests on, where they are others than those of its part.
  public let grondslag: [String]
  /// What the works council has to say about it.
  public let ondernemingsraad: OndernemingsraadRol
  /// Whether the log alone can answer.
  public let aard: Aard
  /// By what it is measured.
  public let maatstaven: [Maatstaf]
  /// What proves it: all of these.
  public let bewijs: [Bewijsregel]
  /// Whether it is a possibility and no duty: without anything recorded it does not apply.
  public let isOptioneel: Bool
  /// Events that are shown with it and prove nothing.
  public let registratie: [String]
  /// Steps of a case that follow it; of a case itself nothing is shown.
  public let zaakstappen: [String]
  /// Demands of another tree that ask something alike.
  public let verwant: [String]
}

/// One thing that is needed as proof of a demand.
public struct Bewijsregel: Sendable, Hashable {
  /// What is needed beyond a fact of one of the types.
  public enum Voorwaarde: String, CodeValue, Hashable {
    /// As many people reached as there are.
    case dekking
    /// No longer than a year ago.
    case jaarlijks
    /// Of every measure of the plan.
    case elkeMaatregel
    /// Every measure names a day of evaluation.
    case elkeMaatregelEvaluatiedag
    /// Every measure names a criterion.
    case elkeMaatregelCriterium
    /// Every measure has exactly one owner.
    case elkeMaatregelEenVerantwoordelijke
    /// The plan has a measure that prevents.
    case maatregelVoorkomen
    /// The plan has a measure that limits the consequences.
    case maatregelBeperken
    /// Every demand of the letter has been met.
    case alleEisen
    /// The declaration over the last year for which one is due, by which all cases were within the term.
    case jaarverklaring

    /// Whether it is about the measures of the plan.
    public var isOverMaatregelen: Bool {
      switch self {
      case .dekking, .jaarlijks, .alleEisen, .jaarverklaring: false
      default: true
      }
    }
  }

  /// Which rules of the organisation a fact must be about.
  public struct Regelingkeuze: Sendable, Hashable {
    /// Of one of these kinds; of any kind when empty.
    public let soorten: [String]
    /// Whose text was shown to contain one of these elements; any text when empty.
    public let bevat: [String]
  }

  /// What it is, in words, as it is told when it is missing.
  public let wat: String
  /// The event types of which one fact is enough.
  public let door: [String]
  /// Clear fields that must be filled in.
  public let met: [String]
  /// Clear fields that must have this value.
  public let waarden: [Waarde]
  /// Which rules of the organisation it is about; nil when it is about none.
  public let regeling: Regelingkeuze?
  /// The kind of stream that it is about, such as that of a plan; nil for any.
  public let onderwerp: String?
  /// What else is asked.
  public let voorwaarden: [Voorwaarde]

  /// A field and its value, as the file writes it.
  public struct Waarde: Sendable, Hashable {
    /// The field's name.
    public let veld: String
    /// The value: `ja` or `nee`, a code, or text.
    public let waarde: String
  }
}

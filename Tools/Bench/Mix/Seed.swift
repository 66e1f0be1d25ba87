/// Numbers that follow from a seed alone (SplitMix64), so that a mix can be made again on another machine.
struct Seed: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of a few.
  mutating func one<Element>(of choices: [Element]) -> Element { choices[Int(next() % UInt64(choices.count))] }

  /// Prose of some words.
  mutating func words(_ count: ClosedRange<Int>) -> String {
    let number = count.lowerBound + Int(next() % UInt64(count.count))
    return (0..<number).map { _ in one(of: Self.vocabulary) }.joined(separator: " ")
  }

  /// A name that nobody has.
  mutating func name() -> String { "\(one(of: Self.given)) \(one(of: Self.family)) \(next() % 1000)" }

  private static let given = [
    "Karin", "Ben", "Loes", "Piet", "Mila", "Sam", "Noor", "Ans", "Cor", "Dina", "Els", "Fred",
  ]
  private static let family = ["Voorbeeld", "Fictief", "Verzonnen", "Bedacht", "Fantasie", "Gefingeerd", "Ingebeeld"]
  private static let vocabulary = [
    "de", "het", "een", "van", "voor", "met", "zonder", "belangen", "organisatie", "werkzaamheid", "toezicht", "raad",
    "bestuur", "stichting", "vereniging", "gemeente", "dienst", "overleg", "besluit", "voorwaarde", "subsidie",
    "vergunning", "aanbesteding", "huisvesting", "onderwijs", "zorg", "sport", "cultuur", "uren", "maand", "jaar",
    "geen", "wel", "beoordeeld", "besproken", "vastgelegd", "afgesproken", "gemeld", "leidinggevende", "directie",
  ]
}

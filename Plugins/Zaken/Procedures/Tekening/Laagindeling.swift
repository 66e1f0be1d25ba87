/// States of one track put in layers from left to right, so that steps lead to the right wherever they can.
///
/// Deterministic: the same procedure gives the same drawing. A step over several layers passes through a place of its own in
/// each, so that it goes around what stands there.
struct Laagindeling {
  /// A state, or a place through which a step passes.
  struct Plek: Hashable {
    let toestand: String?
    var laag: Int
    var y: Double
  }

  /// What leads from one state to another: one arrow for all the steps that do.
  struct Pijl: Hashable {
    let van: String
    let naar: String
    let nummers: [Int]
  }

  /// A drawn arrow: the places from where it comes to where it goes, in that order.
  struct Loop {
    let pijl: Pijl
    let plekken: [Int]
  }

  private(set) var plekken: [Plek] = []
  private(set) var lopen: [Loop] = []
  private var lagen: [[Int]] = []
  /// Which places lie beside each other in neighbouring layers.
  private var links: [(Int, Int)] = []

  /// How many layers there are.
  var aantalLagen: Int { lagen.count }

  init(_ toestanden: [String], _ pijlen: [Pijl], wortels: [String]) {
    let order = Dictionary(uniqueKeysWithValues: toestanden.enumerated().map { ($0.element, $0.offset) })
    let back = Self.terug(toestanden, pijlen, wortels)
    let layers = Self.lagen(toestanden, pijlen, back)
    var place: [String: Int] = [:]
    for state in toestanden {
      place[state] = plekken.count
      plekken.append(Plek(toestand: state, laag: layers[state] ?? 0, y: 0))
    }
    for arrow in pijlen where arrow.van != arrow.naar {
      guard let from = place[arrow.van], let to = place[arrow.naar] else { continue }
      let isBack = back.contains(arrow)
      let (left, right) = isBack ? (to, from) : (from, to)
      var chain = [left]
      for layer in (plekken[left].laag + 1)..<max(plekken[left].laag + 1, plekken[right].laag) {
        chain.append(plekken.count)
        plekken.append(Plek(toestand: nil, laag: layer, y: 0))
      }
      chain.append(right)
      links += zip(chain, chain.dropFirst()).map { ($0, $1) }
      lopen.append(Loop(pijl: arrow, plekken: isBack ? chain.reversed() : chain))
    }
    let depth = (plekken.map(\.laag).max() ?? 0) + 1
    lagen = (0..<depth).map { layer in
      plekken.indices.filter { plekken[$0].laag == layer }.sorted { left, right in
        let keys = [left, right].map { plekken[$0].toestand.flatMap { order[$0] } ?? Int.max }
        return keys[0] == keys[1] ? left < right : keys[0] < keys[1]
      }
    }
    ordenen()
    leggen()
  }

  /// The arrows that lead back to a state on the way to them: they are drawn against the direction.
  private static func terug(_ toestanden: [String], _ pijlen: [Pijl], _ wortels: [String]) -> Set<Pijl> {
    var back: Set<Pijl> = []
    var open: Set<String> = []
    var done: Set<String> = []
    func visit(_ state: String) {
      open.insert(state)
      for arrow in pijlen where arrow.van == state && arrow.naar != state {
        if open.contains(arrow.naar) { back.insert(arrow) } else if !done.contains(arrow.naar) { visit(arrow.naar) }
      }
      open.remove(state)
      done.insert(state)
    }
    for state in wortels + toestanden where !done.contains(state) { visit(state) }
    return back
  }

  private static func lagen(_ toestanden: [String], _ pijlen: [Pijl], _ back: Set<Pijl>) -> [String: Int] {
    var layers = Dictionary(uniqueKeysWithValues: toestanden.map { ($0, 0) })
    let forward = pijlen.map { back.contains($0) ? ($0.naar, $0.van) : ($0.van, $0.naar) }.filter { $0.0 != $0.1 }
    for _ in toestanden {
      for (from, to) in forward { layers[to] = max(layers[to] ?? 0, (layers[from] ?? 0) + 1) }
    }
    return layers
  }

  /// Puts what belongs together beside each other: each place at the mean of its neighbours, to and fro.
  private mutating func ordenen() {
    for round in 0..<12 {
      let sweep =
        round.isMultiple(of: 2) ? Array(lagen.indices.dropFirst()) : Array(lagen.indices.dropLast().reversed())
      for layer in sweep {
        let other = round.isMultiple(of: 2) ? layer - 1 : layer + 1
        let rank = Dictionary(uniqueKeysWithValues: lagen[other].enumerated().map { ($0.element, Double($0.offset)) })
        let means = Dictionary(
          uniqueKeysWithValues: lagen[layer].enumerated().map { index, place in
            (place, mean(of: place) { rank[$0] } ?? Double(index))
          })
        lagen[layer] = lagen[layer].enumerated().sorted { left, right in
          let (a, b) = (means[left.element] ?? 0, means[right.element] ?? 0)
          return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
      }
    }
  }

  private func mean(of place: Int, _ value: (Int) -> Double?) -> Double? {
    let found = links.compactMap { left, right -> Double? in
      if left == place { return value(right) }
      return right == place ? value(left) : nil
    }
    return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
  }

  /// Gives each place a height: near its neighbours, and never closer to the next one than one row.
  private mutating func leggen() {
    for layer in lagen { for (index, place) in layer.enumerated() { plekken[place].y = Double(index) } }
    for round in 0..<16 {
      for layer in round.isMultiple(of: 2) ? lagen : lagen.reversed() {
        var wanted = layer.map { place in mean(of: place) { plekken[$0].y } ?? plekken[place].y }
        for index in wanted.indices.dropFirst() {
          wanted[index] = max(wanted[index], wanted[index - 1] + ruimte(layer, index))
        }
        // What was pushed down as a whole goes back by half of it.
        let shift =
          zip(wanted, layer).reduce(0) { sum, pair in
            sum + pair.0 - (mean(of: pair.1) { plekken[$0].y } ?? plekken[pair.1].y)
          } / Double(max(1, layer.count))
        for (index, place) in layer.enumerated() { plekken[place].y = wanted[index] - shift }
      }
    }
    let top = plekken.map(\.y).min() ?? 0
    for index in plekken.indices { plekken[index].y -= top }
  }

  /// Arrows that pass need less room than states.
  private func ruimte(_ layer: [Int], _ index: Int) -> Double {
    plekken[layer[index]].toestand == nil && plekken[layer[index - 1]].toestand == nil ? 0.45 : 0.8
  }
}

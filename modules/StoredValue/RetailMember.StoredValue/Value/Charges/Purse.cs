using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>What can pay of one load: what is left of it, or what a hold keeps of it.</summary>
internal sealed record Purse(OpenLoad Load, Pockets Has)
{
    /// <summary>At most so much pays, although there may be more.</summary>
    public long MostFen { get; init; } = Has.TotalFen;

    public static IEnumerable<Purse> Of(OpenCard card, CardOccasion occasion) =>
        card.Usable(occasion.On, occasion.StoreCode).Select(l => new Purse(l, l.Row.Left));

    /// <summary>The same of a card that pays at most so much: those that pay first go as far as that.</summary>
    public static IReadOnlyList<Purse> Of(OpenCard card, CardOccasion occasion, long mostFen)
    {
        List<Purse> purses = [];
        foreach (var purse in Of(card, occasion))
        {
            purses.Add(purse with { MostFen = Math.Min(purse.MostFen, mostFen) });
            mostFen -= purses[^1].MostFen;
        }

        return purses;
    }

    public PartOrder Pay(long fen) => new(Load, -Has.Split(fen, Load.Terms.SpendRule));
}

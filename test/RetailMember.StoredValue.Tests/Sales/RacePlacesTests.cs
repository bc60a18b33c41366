using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Sales.Pages;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>Whom the page of one's own cards shows of a race.</summary>
public sealed class RacePlacesTests
{
    private static readonly ReadRace.Result Race =
        new(null, null, [.. Enumerable.Range(1, 9).Select(rank => new ReadRace.Place(rank, $"p{rank}", null, null, null))]);

    [Theory, Trait("Req", "SV-05")]
    [InlineData("p7", new[] { 1, 2, 3, 4, 5, 7 })]
    [InlineData("p2", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("who has sold nothing", new[] { 1, 2, 3, 4, 5 })]
    public void A_seller_sees_his_own_place_wherever_it_is(string reader, int[] ranks) =>
        new MyCardsModel(null!, Race, reader).Places.Select(p => p.Rank).ShouldBe(ranks);
}

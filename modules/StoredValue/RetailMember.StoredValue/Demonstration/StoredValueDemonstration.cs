using RetailMember.Demonstrations;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>The restaurant's prepaid cards: types, cards that were sold and have paid, cards given up, and gift cards.</summary>
internal sealed class StoredValueDemonstration(DemoHouse house) : IDemonstration
{
    private const int Holders = 12;

    public int Order => 420;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (house.Open() is not { } desk) return;
        var holders = await house.MembersAsync(Holders, cancel);
        if (holders.Count < Holders) return;
        desk.GoTo(DemoDesk.Days + 3);
        await new DemoCardTypes(desk).SowAsync(cancel);
        await DemoChannels.SowAsync(desk, cancel);
        var cards = new DemoCards(desk);
        var sold = await cards.SowAsync(holders, cancel);
        notes.Keep($"{desk.Brand.Code}.card", cards.Largest!.Value.Number);
        await new DemoClosedCards(desk, cards).SowAsync(cancel);
        desk.GoTo(0);
        await new DemoGiftCards(desk).SowAsync(holders, cancel);
        notes.Line($"{desk.Brand.Code}: {sold + DemoClosedCards.Count} stored-value cards, {DemoGiftCards.Quota} gift cards");
    }
}

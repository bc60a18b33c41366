using RetailMember.Data;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Shows a card's number in full, to be printed or written on it. Every look stands in the card's journal and in the audit
/// trail, and one person has only so many of them in an hour.
/// </summary>
[Needs(StoredValuePermissions.RevealCards)]
internal sealed class RevealCard(CardSteering steering, LookLimit limit) : UseCase<RevealCard.Input, CardNumberView>
{
    protected override async Task<CardNumberView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var steered = await steering.OpenAsync(input.Card, call, cancel);
        await limit.CountAsync(call, cancel);
        await CardSteering.WriteAsync(steered, CardMoveKind.Disclosed, "", call, cancel);
        return new CardNumberView(steered.Card.Id, CardNumbers.Shown(steered.Card.Number));
    }

    internal sealed record Input(Guid Card) : IInput<CardNumberView>;
}

/// <param name="FullNumber">In groups of four.</param>
internal sealed record CardNumberView(Guid Card, string FullNumber);

/// <summary>Keeps whoever may see numbers from copying them by the hundred.</summary>
internal sealed class LookLimit(IRows rows, ISettings settings)
{
    /// <summary>How many numbers one person is shown in an hour.</summary>
    public const string Setting = "StoredValue.NumbersShownAnHour";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly string[] Counted = [nameof(NumberLooks.HourFrom), nameof(NumberLooks.Looks)];

    /// <summary>Counts a look, or refuses it. His row is locked: looks at once are counted one after the other.</summary>
    public async Task CountAsync(CallContext call, CancellationToken cancel)
    {
        if (call.Caller.Kind == CallerKind.House) return;
        var brand = call.RequiredBrand.Id;
        await rows.InsertMissingAsync(
            [new NumberLooks { BrandId = brand, Operator = call.Caller.Name, HourFrom = call.At }], cancel);
        var looks = (await rows.LockAsync<NumberLooks, string>(l => l.Operator, [call.Caller.Name], cancel))
            .Single(l => l.BrandId == brand);
        if (call.At >= looks.HourFrom + Hour) (looks.HourFrom, looks.Looks) = (call.At, 0);
        if (looks.Looks >= settings.WholeNumber(Setting, brand))
            throw new Refusal(
                "storedvalue.too-many-numbers", RefusalKind.TooMany,
                ("seconds", ((looks.HourFrom + Hour - call.At).Ticks / TimeSpan.TicksPerSecond) + 1));
        looks.Looks++;
        await rows.UpdateAsync([looks], Counted, cancel);
    }
}

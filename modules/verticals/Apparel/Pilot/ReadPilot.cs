using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Pilot;

/// <summary>
/// What a store sold in a span of days beside the span of equal length before it, and how the brand's other stores
/// fared meanwhile: whether a pilot was worth it. Of a span that goes on, the days that are over. A store that has the ladder no
/// more is told of as well.
/// </summary>
[Needs(ApparelPermissions.ViewPilot)]
internal sealed class ReadPilot(ApparelDb db, IStoreTrade trade, IGifts gifts, IBrandDirectory brands)
    : Query<ReadPilot.Input, ReadPilot.Result>
{
    /// <summary>The longest span, in days.</summary>
    public const int Longest = 366;

    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = brands.RequireStore(call.RequiredBrand.Id, input.StoreCode);
        var yesterday = call.RequiredBrand.DateOf(call.At).AddDays(-1);
        if (input.From > yesterday) throw Refusal.Invalid("from", "apparel.span-ahead");
        var during = new PilotSpan(input.From, input.To < yesterday ? input.To : yesterday);
        var before = during.SpanBefore();
        var (was, now) = (await trade.OfSpanAsync(before.From, before.To, cancel),
            await trade.OfSpanAsync(during.From, during.To, cancel));
        var days = await trade.DaysAsync(before.From, during.To, cancel);
        var rungs = await db.EarnedRungs.AsNoTracking()
            .Where(r => r.StoreId == store.Id && r.ReachedOn >= during.From && r.ReachedOn <= during.To
                && r.State != RungState.TakenBack)
            .ToListAsync(cancel);
        var claimed = await ClaimedAsync(rungs, cancel);
        return new Result(
            store.Code, before, during,
            PilotFigures.Of(was.Where(t => t.StoreId == store.Id)),
                PilotFigures.Of(now.Where(t => t.StoreId == store.Id)),
            PilotFigures.Of(was.Where(t => t.StoreId != store.Id)),
                PilotFigures.Of(now.Where(t => t.StoreId != store.Id)),
            rungs.Count, claimed.Count, new Money(claimed.Sum(r => r.WorthFen)),
            [
                .. during.AllDays().Zip(before.AllDays(), (day, earlier) => new Day(
                    day, SalesOn(earlier), SalesOn(day))),
            ]);

        Money SalesOn(DateOnly day) => new(days.Where(d => d.StoreId == store.Id && d.Day == day).Sum(d => d.NetFen));
    }

    /// <summary>Those whose voucher the member has: what waits, was lost or declined, or could not be given cost nothing.</summary>
    private async Task<IReadOnlyList<EarnedRung>> ClaimedAsync(IReadOnlyList<EarnedRung> rungs, CancellationToken cancel)
    {
        var claimed = new List<EarnedRung>();
        foreach (var some in rungs.Chunk(AtOnce))
        {
            var states = await gifts.ReadAsync([.. some.Select(r => r.GiftKey)], cancel);
            claimed.AddRange(some.Where(r => states.TryGetValue(r.GiftKey, out var state) && state == GiftState.Given));
        }

        return claimed;
    }

    /// <param name="From">First business day with the ladder; in the past.</param>
    /// <param name="To">Last one; the report ends yesterday at the latest.</param>
    internal sealed record Input(string StoreCode, DateOnly From, DateOnly To) : IInput<Result>;

    /// <param name="RungCount">Rungs reached at the store in the span, and not taken back.</param>
    /// <param name="ClaimedCount">Of them, those that were claimed by now.</param>
    /// <param name="ClaimedWorth">What the claimed vouchers are worth.</param>
    internal sealed record Result(
        string StoreCode, PilotSpan SpanBefore, PilotSpan SpanDuring, PilotFigures StoreBefore, PilotFigures StoreDuring,
        PilotFigures OthersBefore, PilotFigures OthersDuring, int RungCount, int ClaimedCount, Money ClaimedWorth,
        IReadOnlyList<Day> Days);

    /// <param name="BusinessDate">Of the span.</param>
    /// <param name="SalesBefore">Of the day as far into the span before.</param>
    internal sealed record Day(DateOnly BusinessDate, Money SalesBefore, Money Sales);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.StoreCode).NotEmpty().MaximumLength(64);
            RuleFor(i => i.From).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2199, 12, 31));
            RuleFor(i => i.To).Must((i, to) => to >= i.From && to.DayNumber - i.From.DayNumber < Longest)
                .WithErrorCode("apparel.span-malformed");
        }
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Pilot;

/// <summary>
/// What a store sold in a span of days beside the span of equal length before it, and how the brand's other stores
/// fared meanwhile: whether a pilot was worth it.
/// </summary>
[Needs(ApparelPermissions.ViewPilot)]
internal sealed class ReadPilot(ApparelDb db, IStoreTrade trade, IBrandDirectory brands)
    : Query<ReadPilot.Input, ReadPilot.Result>
{
    /// <summary>The longest span, in days.</summary>
    public const int Longest = 366;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = brands.RequireStore(call.RequiredBrand.Id, input.StoreCode);
        var (before, during) = (new PilotSpan(input.From, input.To).SpanBefore(), new PilotSpan(input.From, input.To));
        var (was, now) = (await trade.OfSpanAsync(before.From, before.To, cancel),
            await trade.OfSpanAsync(during.From, during.To, cancel));
        var days = await trade.DaysAsync(before.From, during.To, cancel);
        var rungs = await db.EarnedRungs.AsNoTracking()
            .Where(r => r.StoreId == store.Id && r.ReachedOn >= input.From && r.ReachedOn <= input.To
                && r.State != RungState.TakenBack)
            .Select(r => r.WorthFen).ToListAsync(cancel);
        return new Result(
            store.Code, before, during,
            PilotFigures.Of(was.Where(t => t.StoreId == store.Id)),
                PilotFigures.Of(now.Where(t => t.StoreId == store.Id)),
            PilotFigures.Of(was.Where(t => t.StoreId != store.Id)),
                PilotFigures.Of(now.Where(t => t.StoreId != store.Id)),
            rungs.Count, new Money(rungs.Sum()),
            [
                .. during.AllDays().Zip(before.AllDays(), (day, earlier) => new Day(
                    day, SalesOn(earlier), SalesOn(day))),
            ]);

        Money SalesOn(DateOnly day) => new(days.Where(d => d.StoreId == store.Id && d.Day == day).Sum(d => d.NetFen));
    }

    /// <param name="From">First business day with the ladder.</param>
    /// <param name="To">Last one.</param>
    internal sealed record Input(string StoreCode, DateOnly From, DateOnly To) : IInput<Result>;

    /// <param name="RungCount">Rungs reached at the store in the span.</param>
    /// <param name="RungWorth">What their vouchers are worth.</param>
    internal sealed record Result(
        string StoreCode, PilotSpan SpanBefore, PilotSpan SpanDuring, PilotFigures StoreBefore, PilotFigures StoreDuring,
        PilotFigures OthersBefore, PilotFigures OthersDuring, int RungCount, Money RungWorth, IReadOnlyList<Day> Days);

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

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Demonstration;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Demonstration;

/// <summary>The days before the demonstration began, as journeys would have had them: each decided on its own day.</summary>
internal sealed class JourneyPast(Brand brand, IServiceScopeFactory scopes)
{
    private const int Members = 500;

    private static readonly TimeOnly Morning = new(9, 30);

    public async Task LiveAsync(DateOnly first, DateOnly today, CancellationToken cancel)
    {
        for (var day = first; day < today; day = day.AddDays(1))
            await InScopeAsync(
                async services =>
                {
                    var call = new CallContext(Caller.House("journeys"), Channel.Job)
                    {
                        Brand = brand, At = brand.UtcOf(day.ToDateTime(Morning)),
                    };
                    await WalkAsync(services, day, call, cancel);
                    await TellReceiptsAsync(services, day, call, waited: true, cancel);
                },
                cancel);
        await InScopeAsync(services => CloseAsync(services, brand.UtcOf(today.ToDateTime(TimeOnly.MinValue)), today, cancel), cancel);
    }

    /// <summary>The receipts of a day; those of today wait still.</summary>
    public Task TellReceiptsAsync(DateOnly day, CallContext call, CancellationToken cancel) =>
        InScopeAsync(services => TellReceiptsAsync(services, day, call, waited: false, cancel), cancel);

    private static async Task WalkAsync(IServiceProvider services, DateOnly day, CallContext call, CancellationToken cancel)
    {
        var occasions = services.GetRequiredService<DatedOccasions>();
        var judge = services.GetRequiredService<JourneyJudge>();
        foreach (var journey in await services.GetRequiredService<JourneyShelf>().RunningAsync(cancel))
            if (journey.Trigger.IsDated() && journey.On(day) is { } terms)
            {
                var found = await occasions.FindAsync(terms.Terms, day, after: null, Members, call.RequiredBrand, cancel);
                await judge.JudgeAsync(terms, found.Causes, call, cancel);
            }
    }

    private static async Task TellReceiptsAsync(
        IServiceProvider services, DateOnly day, CallContext call, bool waited, CancellationToken cancel)
    {
        var members = await services.GetRequiredService<IMemberFiles>().WalkAsync(new MemberSegment([]), after: null, Members, cancel);
        var bought = await services.GetRequiredService<IMemberReceipts>().OfDayAsync([.. members.Select(m => m.Id)], day, cancel);
        await services.GetRequiredService<JourneyHappenings>().DecideAsync(
            JourneyTrigger.Purchase,
            [
                .. from buyer in bought
                   from receipt in buyer.Value
                   select JourneyHappenings.Cause(buyer.Key, JourneyWaits.Receipt + receipt.Id.ToString("N"), day) with
                   {
                       WaitedSince = waited ? call.At : null,
                   },
            ],
            call, cancel);
    }

    /// <summary>What was written then has arrived, and the morning's job goes on with today.</summary>
    private static async Task CloseAsync(IServiceProvider services, DateTime begin, DateOnly today, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MarketingDb>();
        var yesterday = today.AddDays(-1);
        await db.Journeys.Where(j => j.DoneUntil < yesterday)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.DoneUntil, yesterday), cancel);
        var written = await db.Messages.AsNoTracking()
            .Where(m => m.State == MessageState.Queued && db.JourneyDecisions.Any(d => d.BatchId == m.BatchId && d.DecidedOn < today))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToListAsync(cancel);
        Guid[] members = [.. written.Select(m => m.MemberId!.Value).Distinct()];
        var (turns, recipients) = (await OneADay.OfAsync(db, members, cancel), services.GetRequiredService<RecipientBook>());
        var contacts = await services.GetRequiredService<IMemberContacts>().OfAsync(members, cancel);
        foreach (var message in written)
        {
            var at = turns.FreeAt(message, message.DueAt);
            if (at >= begin) OneADay.Wait(message, at);
            else
            {
                turns.Add(message, at);
                (message.State, message.Parts, message.HandedOverAt, message.DoneAt) = (MessageState.Delivered, 1, at, at);
                message.RecipientId = contacts.TryGetValue(message.MemberId!.Value, out var contact)
                    ? recipients.IdOf(contact.Mobile)
                    : null;
            }
        }

        await recipients.LockAsync(written.Select(m => m.RecipientId).OfType<string>(), cancel);
        await services.GetRequiredService<IRows>().UpdateAsync(written, Decisions.Columns, cancel);
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brand.Id;
        await session.BeginAsync(cancel);
        await work(scope.ServiceProvider);
        await session.CommitAsync(cancel);
    }
}

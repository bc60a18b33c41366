using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>The members of both brands, and who has guessed at numbers.</summary>
public sealed class MembersInMemory : IMemberFiles, IMemberNumbers, IMemberNames, IGuessLimit
{
    public const int MostGuesses = 5;

    private readonly ConcurrentDictionary<Guid, MemberSummary> all = new();
    private readonly ConcurrentDictionary<string, int> guesses = new();
    private readonly ConcurrentDictionary<Guid, string> names = new();
    private int last;

    public MemberSummary Add()
    {
        var number = (1_000_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        var member = new MemberSummary(Guid.CreateVersion7(), number, IsActive: true, "ordinary", new DateOnly(2026, 1, 1));
        return all[member.Id] = member;
    }

    public void Call(MemberSummary member, string name) => names[member.Id] = name;

    public Task<bool?> IsOfAsync(Guid member, string name, CancellationToken cancel) =>
        Task.FromResult<bool?>(names.TryGetValue(member, out var own) ? own == name : null);

    public void Close(MemberSummary member) => all[member.Id] = member with { IsActive = false };

    public Task<IReadOnlyDictionary<string, MemberSummary>> FindAsync(
        IReadOnlyCollection<string> identifiers, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, MemberSummary>>(
            all.Values.Where(m => identifiers.Contains(m.MemberNo)).ToDictionary(m => m.MemberNo));

    public Task<IReadOnlyDictionary<Guid, MemberSummary>> ReadAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, MemberSummary>>(
            all.Values.Where(m => members.Contains(m.Id)).ToDictionary(m => m.Id));

    public Task<IReadOnlyList<MemberSummary>> WalkAsync(
        MemberSegment segment, Guid? after, int count, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long> CountAsync(MemberSegment segment, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(
            all.Values.Where(m => members.Contains(m.Id)).ToDictionary(m => m.Id, m => m.MemberNo));

    public Task<IReadOnlyList<Refusal?>> FaultsAsync(IReadOnlyList<CallContext> calls, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Refusal?>>(
        [
            .. calls.Select(c => guesses.GetValueOrDefault(c.Caller.Name) < MostGuesses
                ? null
                : GuessLimits.TooMany(60)),
        ]);

    public Task NoteAsync(CallContext call, int unknown = 1)
    {
        guesses.AddOrUpdate(call.Caller.Name, unknown, (_, before) => before + unknown);
        return Task.CompletedTask;
    }
}

/// <summary>Stands where Membership stands in the host.</summary>
internal sealed class MembershipStandIn(MembersInMemory members) : IModule
{
    public string Name => "Membership";

    public void Describe(ModuleDescription module)
    {
        // It only answers for members.
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMemberFiles>(members);
        services.AddSingleton<IMemberNumbers>(members);
        services.AddSingleton<IMemberNames>(members);
        services.AddSingleton<IGuessLimit>(members);
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        // It has no pages.
    }
}

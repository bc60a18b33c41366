using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Testing.Shop;

namespace RetailMember.Marketing.Tests.Journeys;

/// <summary>A brand that writes to its members as their journeys say, in years of the test's choice.</summary>
public abstract class JourneyShop(DatabaseKind kind) : ModuleShop(
    kind,
    [new LedgerModule(), new MembershipModule(), new RedemptionModule(), new MarketingModule()],
    [Garden],
    [new(11, 1, "s1", "一店", "")])
{
    public const string Signature = "海棠";

    /// <summary>Approves what the house has edited.</summary>
    public static readonly Caller Second = Caller.House("second");

    private static readonly Brand Garden = BrandOf(1, "garden", "花园");

    /// <summary>Who wants no commercial messages.</summary>
    public ConcurrentDictionary<Guid, bool> Unwilling { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Do(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)));
        await Do(new ProposeSignature.Input(Signature));
        await Do(new ApproveSignature.Input(Signature), caller: Second);
    }

    protected override void AddMore(IServiceCollection services) =>
        services.AddNoProviders().AddSingleton<IMarketingConsents>(new ConsentsInMemory(Unwilling));
}

public sealed class SqliteJourneyShop() : JourneyShop(DatabaseKind.Sqlite);

public sealed class PostgresJourneyShop() : JourneyShop(DatabaseKind.Postgres);

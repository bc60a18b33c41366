using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>The consent to health data, beside all others of a member: it can be taken back where the club is off too.</summary>
internal sealed class HealthConsentApart(HealthBook book, HealthConsents consents) : IApartConsent
{
    public string Code => "pharmacy.health";

    public string Title => "pharmacy.health-consent";

    public string Means => "pharmacy.health-consent.means";

    public Task<DateTime?> GivenAtAsync(Guid member, CancellationToken cancel) => book.AgreedAtAsync(member, cancel);

    public Task WithdrawAsync(Guid member, CallContext call, CancellationToken cancel) =>
        consents.WithdrawAsync(member, call, cancel);
}

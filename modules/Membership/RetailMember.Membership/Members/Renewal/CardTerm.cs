using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Renewal;

/// <summary>How long a member's card is valid.</summary>
/// <param name="Through">Last day.</param>
/// <param name="Ended">That day is past.</param>
/// <param name="RenewalFee">Yuan.</param>
/// <param name="IsDue">It has ended, or ends within sixty days.</param>
internal sealed record CardTerm(DateOnly Through, bool Ended, bool IsDue, Money RenewalFee)
{
    private const int DueDays = 60;

    public static CardTerm? Of(Member member, EnrolmentPolicy? terms, DateOnly today) =>
        terms?.LastDay(member.JoinedOn, member.RenewedThrough) is { } last
            ? new CardTerm(last, last < today, last <= today.AddDays(DueDays), new Money(terms.RenewalFen))
            : null;
}

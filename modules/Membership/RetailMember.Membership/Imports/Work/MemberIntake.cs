using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Enrols rows of a file within the running transaction, by the rules that enrolment at the counter has, a few statements
/// however many they are. The brand's entry condition is not asked: they are members already.
/// </summary>
internal sealed class MemberIntake(
    MembershipDb db, ProgrammeShelf shelf, PersonRegister people, KnownMembers knownMembers, IRows rows, IEvents events,
    IBrandDirectory brands, TimeProvider time)
{
    private static readonly MemberRow.Rules Form = new();

    /// <summary>What a row may add to a person whom the chain knows.</summary>
    private static readonly string[] Completed =
    [
        nameof(Person.Name), nameof(Person.NameIndex), nameof(Person.Birthday), nameof(Person.BirthdayIndex),
        nameof(Person.BirthYearIndex), nameof(Person.Sex), nameof(Person.SexIndex),
    ];

    /// <param name="given">The rows.</param>
    /// <param name="numbersOnly">Nothing but the number is known.</param>
    /// <param name="call">Of the import.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="storesToCome">In a rehearsal: stores that the run would open first.</param>
    public async Task<IReadOnlyList<RowOutcome>> AdmitAsync(
        IReadOnlyList<MemberRow> given, bool numbersOnly, CallContext call, CancellationToken cancel,
        IReadOnlySet<string>? storesToCome = null)
    {
        var programmes = await OpenBrand.ProgrammesAsync(shelf, db, call.RequiredBrand, cancel);
        var calendar = new QualificationCalendar(programmes, call.RequiredBrand);
        var known = await knownMembers.OfAsync(given, cancel);
        var outcomes = given
            .Select(row => Admit(row, numbersOnly, known, programmes, calendar, call.RequiredBrand, storesToCome)).ToList();
        await WriteAsync(known, call.RequiredBrand, cancel);
        return outcomes;
    }

    private RowOutcome Admit(
        MemberRow row, bool numbersOnly, KnownMembers.Shelf known, BrandProgrammes programmes,
        QualificationCalendar calendar, Brand brand, IReadOnlySet<string>? storesToCome)
    {
        var today = time.Today(brand);
        var joined = row.JoinedOn ?? today;
        var programme = programmes.FindAt(brand.UtcOf(joined.ToDateTime(TimeOnly.MinValue)))
            ?? programmes.FindAt(time.GetUtcNow().UtcDateTime);
        if (programme is null)
            return RowOutcome.No("membership.no-programme", Columns.JoinedOn, ("at", time.GetUtcNow().UtcDateTime));
        if ((FaultOf(row, numbersOnly, programme, today) ?? known.Clash(row)) is { } fault) return new RowOutcome(fault);
        Store? store = null;
        if (row.StoreCode is { } code && (store = brands.FindStore(brand.Id, code)) is null
            && storesToCome?.Contains(code) != true)
            return RowOutcome.No("store.not-found", Columns.StoreCode, ("store", code));

        var person = known.PersonOf(row, people, time.GetUtcNow().UtcDateTime);
        if (known.MemberOf(row.MemberNo) is { } member)
        {
            if (person is null || member.PersonId == person.Id) return RowOutcome.Known;
            known.Attach(member, person);
            return RowOutcome.Written;
        }

        var newcomer = MemberRegister.NewMember(brand.Id, row.MemberNo, person?.Id, joined, store?.Id, programme);
        if (row.Tier is { } tier) Bring(newcomer, tier, calendar.PeriodStartOn(today, joined));
        known.Add(newcomer);
        return RowOutcome.Written;
    }

    private static RowFault? FaultOf(MemberRow row, bool numbersOnly, ProgrammeInForce programme, DateOnly today)
    {
        if (row.JoinedOn > today) return new RowFault("membership.day-to-come", Columns.JoinedOn);
        if (row.Tier is { } tier && !programme.Programme.Document.TierSet.Tiers.Any(t => t.Code == tier))
            return new RowFault(MemberRefusals.TierNotFoundCode, Columns.Tier, ("tier", tier));
        if (numbersOnly) return null;
        if (Form.Validate(row) is { IsValid: false } faults)
            return RowFault.Of(Refusal.Invalid([.. faults.Errors.Select(ValidationFaults.Of)]));
        return DeclaredFields.Faults(programme.Programme.Document, row, today, whole: true) is { Count: > 0 } undeclared
            ? RowFault.Of(Refusal.Invalid(undeclared))
            : null;
    }

    /// <summary>
    /// The tier brought along is the outcome of every period before, judged where the member came from: reviews begin
    /// with the running one, and until its end no refund takes it away.
    /// </summary>
    private static void Bring(Member newcomer, string tier, DateOnly periodStart) =>
        (newcomer.Tier, newcomer.CarriedTier, newcomer.PeriodStart) = (tier, tier, periodStart);

    private async Task WriteAsync(KnownMembers.Shelf known, Brand brand, CancellationToken cancel)
    {
        await rows.InsertAsync(known.NewPeople, cancel);
        await rows.UpdateAsync(known.ChangedPeople, Completed, cancel);
        await rows.InsertAsync(known.NewMembers, cancel);
        await rows.UpdateAsync(known.ChangedMembers, [nameof(Member.PersonId)], cancel);
        foreach (var member in known.NewMembers)
            events.Add(new MemberEnrolled(brand.Id, member.Id, member.StoreId, member.JoinedOn));
    }
}

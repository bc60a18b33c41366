using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Puts right what is known of a member; what is left out stays. Name, mobile, birthday and sex are the person's, in
/// every brand of the chain: where he is a member of several, he himself changes them, and who may edit members of the
/// whole chain.
/// A birthday may be corrected once.
/// </summary>
[Needs(MembershipPermissions.EditMembers), OwnMember]
internal sealed class ChangeMember(
    MembershipDb db, IRows rows, MemberDesk desk, PersonRegister people, ProgrammeShelf shelf)
    : UseCase<ChangeMember.Input, ChangeMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var programme = (await shelf.OfAsync(db, brand.Id, cancel)).At(call.At).Programme.Document;
        DeclaredFields.Check(programme, input, brand.DateOf(call.At), whole: false);
        var member = await desk.FindAsync(call, input.Member, cancel);
        if (input.Fields.Count > 0)
        {
            var fields = DeclaredFields.Read(member.Fields);
            foreach (var (code, value) in input.Fields) fields[code] = value;
            member.Fields = DeclaredFields.Write(fields);
        }

        if (input.Given.Except(input.Fields.Keys).Any()) await ChangePersonAsync(member, input, call, cancel);
        return new Result(member.MemberNo);
    }

    private async Task ChangePersonAsync(Member member, Input input, CallContext call, CancellationToken cancel)
    {
        if (member.PersonId is { } known)
        {
            await RefuseIfSharedAsync(known, call, cancel);
            await people.ChangeAsync(known, input, cancel);
            return;
        }

        // Only a number was known so far. Whose mobile it is may be a member of this brand already: two files of one
        // person are merged, not linked.
        var person = await people.FindOrAddAsync(input, call.At, cancel)
            ?? throw Refusal.Invalid(MemberDetails.NameCode, "field.not-empty");
        if (db.Members.Any(m => m.PersonId == person.Id))
            throw new Refusal("membership.mobile-taken", RefusalKind.Conflict);
        member.PersonId = person.Id;
    }

    private async Task RefuseIfSharedAsync(Guid person, CallContext call, CancellationToken cancel)
    {
        if (call.Caller.Kind == CallerKind.Member) return;
        if (call.Caller.Can(new Permission(MembershipPermissions.EditMembers, Reach.Chain), brandId: null, storeId: null)) return;
        var everywhere = await rows.ReadAsync<Member, Guid?>(m => m.PersonId, [person], cancel);
        if (everywhere.Exists(m => m.BrandId != call.RequiredBrand.Id))
            throw new Refusal("membership.person-shared", RefusalKind.Forbidden);
    }

    internal sealed record Input : MemberDetails, IInput<Result>, IOfMember<Input>
    {
        [Personal]
        public required string Member { get; init; }

        /// <summary>A member changes his mobile by a code that was sent there, and not here.</summary>
        public Input For(string memberNo) => this with { Member = memberNo, Mobile = null };
    }

    internal sealed record Result(string MemberNo) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : MemberDetailsRules<Input>;
}

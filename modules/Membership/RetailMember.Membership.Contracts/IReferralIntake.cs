using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module that knows referral codes is told who was brought by whom, when somebody enrols with one;
/// inside the enrolment's transaction. Whether it is worth anything is that module's affair and never refuses the
/// enrolment; a code that no module knows does.
/// </summary>
[Seam]
public interface IReferralIntake
{
    /// <summary>The module that knows codes; it is asked only where that module is on for the brand.</summary>
    string Module { get; }

    /// <summary>
    /// Notes a phone or browser of a member's: he joined or logged in on it. Of who enrols with a code it is told first.
    /// </summary>
    Task NoteDeviceAsync(Guid member, string device, CancellationToken cancel);

    /// <summary>Notes the referral; false where the code is not one of its own.</summary>
    Task<bool> NoteAsync(ReferralNote note, CancellationToken cancel);
}

/// <summary>Somebody who enrols with a referral code.</summary>
/// <param name="Member">The new member's key.</param>
/// <param name="Code">As it was typed or scanned.</param>
/// <param name="Device">What names the phone or browser of the enrolment; null where the caller tells none.</param>
/// <param name="WasMember">True for who had left the brand and comes back.</param>
/// <param name="Occasion">Of the enrolment.</param>
public sealed record ReferralNote(Guid Member, string Code, string? Device, bool WasMember, AwardOccasion Occasion);

/// <summary>Tells modules whether members are one and the same human being, without telling who.</summary>
public interface IPersonMarks
{
    /// <summary>
    /// A mark of each member's mobile, the same for the same mobile for ever, and his person's key; absent where nothing is
    /// known of the person.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, PersonMark>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>A mark of what a caller tells of a phone or browser; the same for the same text.</summary>
    string OfDevice(string device);
}

/// <summary>What tells members apart.</summary>
/// <param name="Person">The person's key in the chain.</param>
/// <param name="Mobile">Index of the mobile, 43 characters; null where none is known.</param>
public sealed record PersonMark(Guid Person, string? Mobile);

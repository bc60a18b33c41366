namespace RetailMember.People;

/// <summary>What people call somebody of the staff, or a till.</summary>
public static class StaffNames
{
    /// <summary>Who has left, and who is no person, is known by his user name alone.</summary>
    public static string NameOf(this IStaff staff, string userName) => staff.Find(userName)?.DisplayName ?? userName;
}

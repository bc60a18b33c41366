using RetailMember.People;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>What people call somebody of the staff, or a till; who has left is known by his user name alone.</summary>
internal static class StaffNames
{
    public static string NameOf(this IStaff staff, string userName) => staff.Find(userName)?.DisplayName ?? userName;
}

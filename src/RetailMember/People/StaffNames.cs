using RetailMember.Texts;

namespace RetailMember.People;

/// <summary>What people call somebody of the staff, or a till.</summary>
public static class StaffNames
{
    /// <summary>Who has left, and who is no person, is known by his user name alone.</summary>
    public static string NameOf(this IStaff staff, string userName) => staff.Find(userName)?.DisplayName ?? userName;

    /// <summary>As <see cref="NameOf(IStaff, string)"/>; the house's own hands, its jobs among them, by what they are called.</summary>
    public static string NameOf(this IStaff staff, string userName, ITexts texts) =>
        staff.Find(userName)?.DisplayName ?? texts.OfHouse(userName);

    /// <summary>What people call a hand of the house, as in a demonstration, or a job; any other name as it is.</summary>
    public static string OfHouse(this ITexts texts, string name) =>
        texts.Has("pages.house." + name) ? texts["pages.house." + name]
        : texts.Has("job." + name) ? texts["job." + name]
        : name;
}

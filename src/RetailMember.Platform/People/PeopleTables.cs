using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.People;

internal static class PeopleTables
{
    private const int PermissionLength = 128;

    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<Person>(person =>
        {
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.UserName).HasMaxLength(PlatformDb.CodeLength);
            person.Property(p => p.NormalizedUserName).HasMaxLength(PlatformDb.CodeLength);
            person.Property(p => p.DisplayName).HasMaxLength(PlatformDb.NameLength);
            person.Property(p => p.Language).HasMaxLength(16);
            person.Property(p => p.PasswordHash).HasMaxLength(256);
            person.Property(p => p.SecurityStamp).HasMaxLength(64);
            person.Property(p => p.AuthenticatorKey).HasMaxLength(256)
                .HasConversion((ValueConverter)personal.Column("platform.authenticator-key"));
            person.Property(p => p.RecoveryCodes).HasMaxLength(1000)
                .HasConversion((ValueConverter)personal.Column("platform.recovery-codes"));
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
        });
        model.Entity<Role>(role =>
        {
            role.HasKey(r => r.Code);
            role.Property(r => r.Code).HasMaxLength(PlatformDb.CodeLength);
            role.Property(r => r.Name).HasMaxLength(PlatformDb.NameLength);
        });
        model.Entity<RolePermission>(permission =>
        {
            permission.HasKey(p => new { p.Role, p.Permission });
            permission.Property(p => p.Role).HasMaxLength(PlatformDb.CodeLength);
            permission.Property(p => p.Permission).HasMaxLength(PermissionLength);
            permission.HasOne<Role>().WithMany().HasForeignKey(p => p.Role);
        });
        model.Entity<KnownPermission>(permission =>
        {
            permission.HasKey(p => p.Name);
            permission.Property(p => p.Name).HasMaxLength(PermissionLength);
        });
        model.Entity<Assignment>(assignment =>
        {
            assignment.HasKey(a => new { a.PersonId, a.Role, a.BrandId, a.StoreId });
            assignment.Property(a => a.Role).HasMaxLength(PlatformDb.CodeLength);
            assignment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
            assignment.HasOne<Role>().WithMany().HasForeignKey(a => a.Role);
            assignment.HasIndex(a => new { a.BrandId, a.StoreId });
        });
        model.Entity<Grant>(grant =>
        {
            grant.HasKey(g => new { g.PersonId, g.Permission, g.BrandId, g.StoreId });
            grant.Property(g => g.Permission).HasMaxLength(PermissionLength);
            grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
            grant.HasIndex(g => new { g.BrandId, g.StoreId });
        });
    }
}

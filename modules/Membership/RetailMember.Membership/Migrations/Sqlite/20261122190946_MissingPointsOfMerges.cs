using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MissingPointsOfMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "missing_points",
                table: "membership_member_merge",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "missing_points",
                table: "membership_member_merge");
        }
    }
}

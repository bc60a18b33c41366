using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Postgres
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
                type: "bigint",
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

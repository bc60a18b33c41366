using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GrantsBySource : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_redemption_granted_benefit",
                table: "redemption_granted_benefit");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "redemption_granted_benefit",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddPrimaryKey(
                name: "PK_redemption_granted_benefit",
                table: "redemption_granted_benefit",
                columns: new[] { "member_id", "benefit_id", "source" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_redemption_granted_benefit",
                table: "redemption_granted_benefit");

            migrationBuilder.DropColumn(
                name: "source",
                table: "redemption_granted_benefit");

            migrationBuilder.AddPrimaryKey(
                name: "PK_redemption_granted_benefit",
                table: "redemption_granted_benefit",
                columns: new[] { "member_id", "benefit_id" });
        }
    }
}

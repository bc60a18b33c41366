using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GiftCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "redemption_gift",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "code_index",
                table: "redemption_gift",
                type: "nvarchar(43)",
                maxLength: 43,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "refusal",
                table: "redemption_gift",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_granted_benefit_benefit_id_member_id",
                table: "redemption_granted_benefit",
                columns: new[] { "benefit_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_brand_id_id",
                table: "redemption_gift",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_code_index",
                table: "redemption_gift",
                column: "code_index",
                unique: true,
                filter: "[code_index] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_benefit_id_id",
                table: "redemption_benefit_use",
                columns: new[] { "benefit_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_redemption_granted_benefit_benefit_id_member_id",
                table: "redemption_granted_benefit");

            migrationBuilder.DropIndex(
                name: "IX_redemption_gift_brand_id_id",
                table: "redemption_gift");

            migrationBuilder.DropIndex(
                name: "IX_redemption_gift_code_index",
                table: "redemption_gift");

            migrationBuilder.DropIndex(
                name: "IX_redemption_benefit_use_benefit_id_id",
                table: "redemption_benefit_use");

            migrationBuilder.DropColumn(
                name: "code",
                table: "redemption_gift");

            migrationBuilder.DropColumn(
                name: "code_index",
                table: "redemption_gift");

            migrationBuilder.DropColumn(
                name: "refusal",
                table: "redemption_gift");
        }
    }
}

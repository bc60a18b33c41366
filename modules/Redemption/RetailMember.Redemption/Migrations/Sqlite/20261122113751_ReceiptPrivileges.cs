using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReceiptPrivileges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mark",
                table: "redemption_reward_order",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "receipt_least_fen",
                table: "redemption_reward_order",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "mark",
                table: "redemption_reward_order");

            migrationBuilder.DropColumn(
                name: "receipt_least_fen",
                table: "redemption_reward_order");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Engagement.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engagement_ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    category = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    receipt_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    assignee = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_staff = table.Column<bool>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket_message", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_brand_id_state_due_at",
                table: "engagement_ticket",
                columns: new[] { "brand_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_member_id_opened_on",
                table: "engagement_ticket",
                columns: new[] { "member_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_message_ticket_id_id",
                table: "engagement_ticket_message",
                columns: new[] { "ticket_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engagement_ticket");

            migrationBuilder.DropTable(
                name: "engagement_ticket_message");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Engagement.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Tickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "engagement_ticket_message_ids");

            migrationBuilder.CreateTable(
                name: "engagement_ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    receipt_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    assignee = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    answered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_staff = table.Column<bool>(type: "bit", nullable: false),
                    author = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
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

            migrationBuilder.DropSequence(
                name: "engagement_ticket_message_ids");
        }
    }
}

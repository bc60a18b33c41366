using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Marketing.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JourneyWaits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_marketing_journey_decision_journey_id_on",
                table: "marketing_journey_decision");

            migrationBuilder.AddColumn<DateOnly>(
                name: "decided_on",
                table: "marketing_journey_decision",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "marketing_journey_wait",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    journey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_wait", x => x.decision_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_brand_id_decided_on",
                table: "marketing_journey_decision",
                columns: new[] { "brand_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_decided_on",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_wait_brand_id_due_at",
                table: "marketing_journey_wait",
                columns: new[] { "brand_id", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marketing_journey_wait");

            migrationBuilder.DropIndex(
                name: "IX_marketing_journey_decision_brand_id_decided_on",
                table: "marketing_journey_decision");

            migrationBuilder.DropIndex(
                name: "IX_marketing_journey_decision_journey_id_decided_on",
                table: "marketing_journey_decision");

            migrationBuilder.DropColumn(
                name: "decided_on",
                table: "marketing_journey_decision");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_on",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "on" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Marketing.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Journeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "marketing_journey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    done_until = table.Column<DateOnly>(type: "date", nullable: true),
                    walked_to = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    journey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    occasion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    refusal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    voucher_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_version",
                columns: table => new
                {
                    journey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_version", x => new { x.journey_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_brand_id_code",
                table: "marketing_journey",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_id",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_member_id_occasion",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "member_id", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_on",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_member_id_decided_at",
                table: "marketing_journey_decision",
                columns: new[] { "member_id", "decided_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marketing_journey");

            migrationBuilder.DropTable(
                name: "marketing_journey_decision");

            migrationBuilder.DropTable(
                name: "marketing_journey_version");
        }
    }
}

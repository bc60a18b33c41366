using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RewardPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_reward_picture",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    hash = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_picture", x => x.reward_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_reward_picture");
        }
    }
}
